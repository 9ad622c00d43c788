/** What a lesson needs to teach well: a bad and a good model, a rule code, a question. */
import { reportNoWords } from "../element-reader";
import { elementsIn, hasStranger, markdownIn, type Element } from "../parts";
import { holdsWords } from "../prose-reader";
import type { Reporter } from "../reporter";

function checkTranscript(transcript: Element, reporter: Reporter): void {
  const lines = elementsIn(transcript.content);
  const isPartial = [transcript, ...lines].some(({ content }) => hasStranger(content));
  if (isPartial) return;
  if (lines.some((line) => elementsIn(line.content).length > 0)) return;
  reporter.report(
    "transcript/no-why",
    transcript.at,
    "No line of this transcript says why it works.",
    "Put <Why>…</Why> into the lines that matter, or show them without <Transcript>.",
  );
}

const wordingParts = ["Before", "After", "Why"];

function checkWording(wording: Element, reporter: Reporter): void {
  const inside = elementsIn(wording.content).map((element) => element.name);
  for (const name of wordingParts) {
    const times = inside.filter((found) => found === name).length;
    if (times === 1 || (times === 0 && hasStranger(wording.content))) continue;
    reporter.report(
      times === 0 ? "wording/incomplete" : "element/repeated",
      wording.at,
      times === 0 ? `This <Wording> lacks <${name}>.` : `A <Wording> has one <${name}>.`,
      times === 0
        ? "Write the sentence <Before>, the sentence <After>, and <Why>."
        : "Make another <Wording> of the second.",
    );
  }
}

/** Elements that say something themselves; those of the second list may hold another that does. */
const wordy = new Set(["Said", "Before", "After", "Why"]);
const wrapping = new Set(["BadModel", "GoodModel", "Aside"]);

function checkWords({ name, at, end, content }: Element, reporter: Reporter): void {
  if (!wordy.has(name) && !wrapping.has(name)) return;
  if (hasStranger(content) || reporter.hasErrorsBetween(at, end)) return;
  if (wrapping.has(name) && elementsIn(content).length > 0) return;
  if (!markdownIn(content).some(holdsWords)) reportNoWords(name, at, reporter);
}

const TOP = { line: 1, column: 1 };

/** `isPartial`: something was refused, which may be what seems to be missing. */
export function checkTeaching(
  elements: readonly Element[],
  isPartial: boolean,
  reporter: Reporter,
): void {
  const named = (name: string) => elements.filter((element) => element.name === name);
  for (const element of elements) checkWords(element, reporter);
  for (const models of named("Models")) {
    const inside = elementsIn(models.content).map((element) => element.name);
    if (inside.includes("BadModel") && inside.includes("GoodModel")) continue;
    if (hasStranger(models.content)) continue;
    reporter.report(
      "models/incomplete",
      models.at,
      "Models come in pairs: a bad one and a good one of the same moment.",
      "Add the one that is missing: <BadModel> or <GoodModel>.",
    );
  }
  for (const transcript of named("Transcript")) checkTranscript(transcript, reporter);
  for (const wording of named("Wording")) checkWording(wording, reporter);
  if (isPartial) return;
  if (named("Models").length === 0) {
    reporter.report(
      "lesson/no-models",
      TOP,
      "This lesson shows no bad and good version of one moment.",
      "Add <Models> with a <BadModel> and a <GoodModel>.",
    );
  }
  if (named("RuleCode").length === 0) {
    reporter.report(
      "lesson/no-rule-code",
      TOP,
      "This lesson gives no rule to remember.",
      'Add <RuleCode behaviour="…" when="…" then="…" />.',
    );
  }
  if (["Check", "Sort", "Order", "Spot"].every((name) => named(name).length === 0)) {
    reporter.report(
      "lesson/no-check",
      TOP,
      "This lesson asks nothing.",
      'Add a <Check id="…"> whose answer is not on the screen.',
    );
  }
}
