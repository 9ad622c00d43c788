/** Exercises: moments to sort, steps to put in order, a message with signs to spot. */
import type {
  Exercise,
  MessageSentence,
  OrderExercise,
  SortExercise,
  SortGroup,
  SpotExercise,
} from "~/core/course/exercise";
import { nameOfWords } from "~/core/course/shuffle";
import { plainText, type Prose } from "~/core/prose/prose";
import { nameOf, placeOf, reportDuplicates, textOf, wordsOf } from "../element-reader";
import { elementsIn, type Element } from "../parts";
import type { Reporter } from "../reporter";
import { reportLateWords, reportWordsBehindQuestion } from "../scenario/stray-words";
import { quoted, suggestName } from "../suggestion";

const bounds = { groups: [2, 4], moments: [3, 9], steps: [3, 7], sentences: [3, 12] } as const;
const partNames = {
  groups: "Group",
  moments: "Moment",
  steps: "Step",
  sentences: "Sentence",
} as const;

const countOf = (what: keyof typeof bounds, count: number) =>
  `${String(count)} ${count === 1 ? what.slice(0, -1) : what}`;

function within(element: Element, what: keyof typeof bounds, count: number, reporter: Reporter) {
  const [least, most] = bounds[what];
  if (count >= least && count <= most) return;
  reporter.report(
    "exercise/size",
    element.at,
    `<${element.name}> has ${countOf(what, count)} to work with; it needs between ${String(least)} and ${String(most)}.`,
    count < least ? `Add another <${partNames[what]}>.` : "Take some out, or make two of it.",
  );
}

function partsOf(element: Element, name: string): readonly Element[] {
  return elementsIn(element.content).filter((part) => part.name === name);
}

/** Null where there is none, which is reported where there has to be one. */
function feedbackOf(part: Element, isNeeded: boolean, reporter: Reporter): Prose | null {
  const [feedback, second] = partsOf(part, "Feedback");
  if (second) {
    reporter.report(
      "element/repeated",
      second.at,
      `A <${part.name}> has one <Feedback>.`,
      "Put all of it into the first.",
    );
  }
  if (feedback) return wordsOf(feedback, reporter);
  if (isNeeded) {
    reporter.report(
      "exercise/no-feedback",
      part.at,
      `This <${part.name}> has no feedback.`,
      "Add <Feedback>…</Feedback> that says why it belongs where it does.",
    );
  }
  return null;
}

/** The part with a name made of its words; the same words twice could not be told apart. */
function readParts(parts: readonly Element[], reporter: Reporter) {
  const read = parts.map((part) => {
    const text = wordsOf(part, reporter);
    reportLateWords(part, reporter);
    return { element: part, id: nameOfWords(plainText(text)), text };
  });
  for (const [index, { id, element }] of read.entries()) {
    if (read.findIndex((other) => other.id === id) === index) continue;
    reporter.report(
      "name/duplicate",
      element.at,
      `These words stand in another <${element.name}> already.`,
      "Say it in other words, or take one out.",
    );
  }
  return read;
}

function readSort(element: Element, reporter: Reporter): SortExercise {
  const parts = partsOf(element, "Group");
  const groups = parts.map((part): SortGroup => ({
    id: nameOf(part, "id", reporter),
    title: textOf(part, "title"),
  }));
  const names = groups.map((group) => group.id);
  within(element, "groups", groups.length, reporter);
  reportWordsBehindQuestion(element, "Group", reporter);
  reportDuplicates(
    names.map((name, index) => ({ name, at: parts[index]?.at ?? element.at })),
    "group of this exercise",
    reporter,
  );
  const moments = readParts(partsOf(element, "Moment"), reporter).map((part) => {
    const group = textOf(part.element, "group");
    if (part.element.attributes.has("group") && !names.includes(group)) {
      reporter.report(
        "sort/group",
        placeOf(part.element, "group"),
        `There is no group ${quoted(group)} here.`,
        suggestName(group, names, "groups"),
      );
    }
    const feedback = feedbackOf(part.element, true, reporter) ?? [];
    return { id: part.id, text: part.text, feedback, group };
  });
  within(element, "moments", moments.length, reporter);
  return { kind: "sort", ...askedIn(element, reporter), groups, moments };
}

function readOrder(element: Element, reporter: Reporter): OrderExercise {
  const steps = readParts(partsOf(element, "Step"), reporter).map((part) => ({
    id: part.id,
    text: part.text,
    feedback: feedbackOf(part.element, true, reporter) ?? [],
  }));
  within(element, "steps", steps.length, reporter);
  reportWordsBehindQuestion(element, "Step", reporter);
  return { kind: "order", ...askedIn(element, reporter), steps };
}

function readSpot(element: Element, reporter: Reporter): SpotExercise {
  const sentences = readParts(partsOf(element, "Sentence"), reporter).map(
    (part): MessageSentence => {
      const { attributes } = part.element;
      const sign = attributes.has("sign");
      const feedback = feedbackOf(part.element, sign, reporter);
      const markable = feedback !== null;
      const paragraph = attributes.has("paragraph");
      return { id: part.id, text: part.text, feedback: feedback ?? [], sign, markable, paragraph };
    },
  );
  within(element, "sentences", sentences.filter(({ markable }) => markable).length, reporter);
  if (!sentences.some(({ sign }) => sign)) {
    reporter.report(
      "spot/no-sign",
      element.at,
      "No sentence of this message is a sign.",
      "Write <Sentence sign> at each one that is.",
    );
  }
  reportWordsBehindQuestion(element, "Sentence", reporter);
  const subject = element.attributes.has("subject") ? textOf(element, "subject") : null;
  const asked = askedIn(element, reporter);
  return { kind: "spot", ...asked, from: textOf(element, "from"), subject, sentences };
}

function askedIn(element: Element, reporter: Reporter) {
  return {
    id: nameOf(element, "id", reporter),
    question: wordsOf(element, reporter),
    at: element.at,
  };
}

/** In the order written. */
export function readExercises(
  elements: readonly Element[],
  reporter: Reporter,
): readonly Exercise[] {
  return elements.flatMap((element): readonly Exercise[] => {
    switch (element.name) {
      case "Sort":
        return [readSort(element, reporter)];
      case "Order":
        return [readOrder(element, reporter)];
      case "Spot":
        return [readSpot(element, reporter)];
      default:
        return [];
    }
  });
}
