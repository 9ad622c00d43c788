/** What `content diff` says of each thing that an edit can change: how it is now, and how it was. */
import { expect, test } from "vitest";
import { compareScenarios } from "~/core/scenario/comparison";
import type { Scenario } from "~/core/scenario/definition";
import { parseScenario } from "~/language/scenario/parse-scenario";
import {
  sampleText as text,
  sampleVocabulary as vocabulary,
} from "tests/factories/sample-scenario";

function parsed(source: string): Scenario {
  const file = "scenarios/ring/index.mdx";
  const { definition } = parseScenario({ file, text: source }, { vocabulary });
  if (!definition) throw new Error("The edit left the role-play whole.");
  return definition;
}
const before = parsed(text);

const said = (from: string, to: string) => {
  expect(text).toContain(from);
  return compareScenarios(before, parsed(text.replace(from, () => to))).map(
    ({ kind, message }) => `${kind}: ${message}`,
  );
};

test.each([
  [
    "the question of a typed reply",
    ["What do you say to her?", "What do you say?"],
    "wording: In `words`: “What do you say to her?” became “What do you say?”.",
  ],
  [
    "an effect",
    ['set="patience += 1"', 'set="patience += 2; looked = true"'],
    "flow: `opening`, `ask` sets patience += 2; looked = true, before patience += 1.",
  ],
  [
    "a phrase more",
    ["frightening; sorry", "frightening; sorry; poor you"],
    "flow: `words`, `match-1` is matched by “poor you”, too.",
  ],
  [
    "a phrase less",
    ["frightening; sorry", "frightening"],
    "flow: `words`, `match-1` is matched by “sorry” no more.",
  ],
  [
    "a phrase that keeps a row out",
    ['unless="sorry but"', 'unless="sorry but; sorry that"'],
    "flow: `words`, `match-1` is kept out by “sorry that”, too.",
  ],
  [
    "what is repaired",
    ['repairs="opening"', 'repairs="words"'],
    "scoring: `minute` repairs misses of `words`, before of `opening`.",
  ],
  ["a clock", ['after="30"', 'after="60"'], "flow: `minute` gives 60 seconds, before 30 seconds."],
  [
    "a mood",
    ['<Consequence by="noor" mood="relieved">', '<Consequence by="noor" mood="warm">'],
    "wording: What follows `words`, `match-1`: “Thank you.” is said in the mood warm, before in the mood relieved.",
  ],
  [
    "weight on the same words",
    ["You made it yours.", "You *made* it yours."],
    "wording: What follows `minute`, `own`: “You made it yours.” is set otherwise.",
  ],
  [
    "the order of the behaviours",
    ["behaviours: [listening, empathy", "behaviours: [empathy, listening"],
    "wording: The behaviours are listed in another order.",
  ],
] as const)("%s is told as it is and as it was", (_, [from, to], sentence) => {
  expect(said(from, to)).toEqual([sentence]);
});

test("words that get a condition are one change, also where others are new beside them", () => {
  const [feedback] = /<Feedback>You made it yours.<\/Feedback>/.exec(text) ?? [""];
  const both = '<Feedback when="looked">You made it yours.</Feedback>\n<Feedback>Good.</Feedback>';
  expect(said(feedback, both)).toEqual([
    "wording: What follows `minute`, `own`: “You made it yours.” is said when looked, before always.",
    "wording: What follows `minute`, `own`: “Good.” is new.",
  ]);
});

test("a condition whose parts stand in another order is no change", () => {
  expect(said("looked or patience > 1", "patience > 1 or (looked or looked)")).toEqual([]);
  expect(said("looked or patience > 1", "looked and patience > 1")).toHaveLength(1);
});

test("tags and repairs listed in another order are no change", () => {
  expect(said('shows="ownership, listening"', 'shows="listening, ownership"')).toEqual([]);
  expect(said('misses="listening, empathy"', 'misses="empathy, listening"')).toEqual([]);
  const requires = (listed: string) =>
    parsed(text.replace("requires: [ownership]", `requires: [${listed}]`));
  const [one, other] = [requires("ownership, empathy"), requires("empathy, ownership")];
  expect(compareScenarios(one, other)).toEqual([]);
  expect(compareScenarios(before, one)).toHaveLength(1);
  const repairing = (listed: string) =>
    parsed(text.replace('repairs="opening"', `repairs="${listed}"`));
  expect(compareScenarios(repairing("opening, words"), repairing("words, opening"))).toEqual([]);
});

test("a choice, a row and silence of one name are three answers", () => {
  const shared = text
    .replace("<Match ", '<Match id="ask" ')
    .replace(
      '<Scene id="words">',
      '<Scene id="words">\n<Choice id="ask" to="minute" shows="empathy">\nTell me.\n</Choice>',
    )
    .replace('id="own"', 'id="silence"');
  const once = parsed(shared);
  expect(compareScenarios(once, once)).toEqual([]);
  const row = /<Match id="ask"[^>]*/.exec(shared)?.[0] ?? "";
  const other = parsed(shared.replace(row, row.replace("frightening; sorry", "frightening")));
  expect(compareScenarios(once, other).map(({ message }) => message)).toEqual([
    "`words`, `ask` is matched by “sorry” no more.",
  ]);
});

test("a line that stood twice and stands once is gone once", () => {
  const line = /<Line by="noor" mood="tired">.*?<\/Line>/.exec(text)?.[0] ?? "";
  const twice = parsed(text.replace(line, `${line}\n  ${line}`));
  const [gone, ...more] = compareScenarios(twice, before);
  expect(gone?.message).toMatch(/is gone\.$/);
  expect(compareScenarios(before, twice)[0]?.message).toMatch(/is new\.$/);
  expect(more).toEqual([]);
});

type Path = readonly (string | number)[];

/** Where every text, number and choice between two stands that a learner may meet. */
function* leavesOf(part: unknown, path: Path = []): Generator<Path> {
  if (typeof part !== "object" || part === null) {
    if (part !== null) yield path;
    return;
  }
  for (const [name, inner] of Object.entries(part)) {
    const isPlace = /^at$|At$|^places$/.test(name);
    // What a thing is, is compared by everything that it has; a condition by its meaning.
    if (!isPlace && name !== "kind") yield* leavesOf(inner, [...path, name]);
  }
}

function changedAt(part: unknown, [name, ...rest]: Path): unknown {
  if (name === undefined) {
    if (typeof part === "string") return `${part}x`;
    return typeof part === "number" ? part + 1 : part !== true;
  }
  const copy = Array.isArray(part) ? [...(part as unknown[])] : { ...(part as object) };
  return Object.assign(copy, { [name]: changedAt((part as Record<string, unknown>)[name], rest) });
}

/** Names and texts that say again what stands elsewhere, and where a drawn variable would start. */
const tellsNothing = /^slug$|\.when\.(?:parts\.\d\.)?text$|^variables\.[13]\.start$|rows\.0\.id$/;

test("whatever of a role-play is otherwise, something is said of it", () => {
  const leaves = [...leavesOf(before)];
  const silent = leaves
    .filter((path) => compareScenarios(before, changedAt(before, path) as Scenario).length === 0)
    .map((path) => path.join("."));
  expect(silent.filter((path) => !tellsNothing.test(path))).toEqual([]);
  expect(leaves.length).toBeGreaterThan(200);
});
