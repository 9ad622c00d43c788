/** What an attempt draws is printed among the words, as text and nothing else. */
import { readFileSync } from "node:fs";
import { Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { playScenario } from "~/cli/content/play";
import { plainText } from "~/core/prose/prose";
import { replay, type AttemptEvent } from "~/core/scenario/attempt";
import { compareScenarios } from "~/core/scenario/comparison";
import { presentMoment } from "~/core/scenario/moment";
import { verifyScenario } from "~/core/scenario/verification/verify";
import { parseScenario } from "~/language/scenario/parse-scenario";

const sample = fileURLToPath(new URL("./samples/timed.mdx", import.meta.url));
const vocabulary = [
  { tag: "listening", name: "Listening", rule: "…", signs: [], counterExamples: [] },
];
const declared = `<Variable name="who" oneOf="tomas, ana" says="Tomás <b>Reis</b>; Ana Sá" draw />
<Variable name="place" oneOf="st-mary, the_north_gate" draw />
<Variable name="line" min="4" max="6" draw />
<Variable name="late" draw />
<Cast id="tomas" name="Somebody" drawn="who" role="passenger" />`;
const text = readFileSync(sample, "utf8")
  .replace(/<Cast .*\/>/, declared)
  .replace(
    "Is this the one to the hospital?",
    'Is this *<Drawn name="line" />* for <Drawn name="place" />?',
  )
  .replace("It says where it goes on the front.", 'I am not <Drawn name="who" />.')
  .replace("Somebody had a minute for me.", '<Drawn name="who" /> was seen.');

const parse = (source: string) =>
  parseScenario({ file: "scenarios/tram/index.mdx", text: source }, { vocabulary });

const choice = (scene: string, name: string): AttemptEvent => ({
  type: "choice.made",
  scene,
  choice: name,
});

function momentAfter(draws: Record<string, string | number>, ...given: readonly AttemptEvent[]) {
  const { definition, diagnostics } = parse(text);
  expect(diagnostics).toEqual([]);
  if (!definition) throw new Error("It has no errors.");
  const state = replay(definition, [{ type: "attempt.started", draws }, ...given]);
  if (!state.ok) throw new Error(JSON.stringify(state.problem));
  return presentMoment(definition, state.value);
}

test("lines, choices, names and endings say what was drawn, in the present and in what was said", () => {
  const draws = { who: "ana", place: "st-mary", line: 6 };
  const first = momentAfter(draws);
  expect(first.lines[0]?.speaker?.name).toBe("Ana Sá");
  expect(plainText(first.lines[0]?.text ?? [])).toBe("Is this 6 for st mary?");
  expect(plainText(first.choices[0]?.text ?? [])).toBe("I am not Ana Sá.");
  const ended = momentAfter(draws, choice("running", "hospital"), choice("doors", "ask"));
  expect(plainText(ended.ending?.felt ?? [])).toBe("Ana Sá was seen.");
  expect(ended.before[0]).toMatchObject({ kind: "said", speaker: { name: "Ana Sá" } });
  expect(JSON.stringify(ended)).not.toContain('"drawn"');
});

test("what is printed is text: markup in it stays words", () => {
  const { lines, choices } = momentAfter({ who: "tomas", place: "the_north_gate", line: 4 });
  expect(lines[0]?.speaker?.name).toBe("Tomás <b>Reis</b>");
  expect(choices[0]?.text[0]).toMatchObject({
    children: [{ kind: "text" }, { kind: "text", text: "Tomás <b>Reis</b>" }, { kind: "text" }],
  });
});

test("every draw is in the proof, and printing a variable is a use of it", () => {
  const { definition } = parse(text);
  if (!definition) throw new Error("It has no errors.");
  const { states, findings } = verifyScenario(definition);
  expect(states % (2 * 2 * 3 * 2)).toBe(0);
  const unread = findings.filter(({ rule }) => rule === "variable/never-read");
  expect(unread.map(({ message }) => message)).toEqual([expect.stringContaining("`late`")]);
});

test.each([
  ['<Drawn name="lin" />', "variable/unknown", "Did you mean `line`?"],
  [
    '<Drawn name="late" />',
    "drawn/words",
    'Write oneOf="…" with a word for each case, or use `when`.',
  ],
  ["<Drawn />", "attribute/missing", null],
  ['<Drawn name="line">six</Drawn>', "element/stray-text", null],
  ['<Drawnn name="line" />', "element/unknown", "Did you mean <Drawn>?"],
])("%s is refused where it stands", (written, rule, fix) => {
  const { diagnostics } = parse(text.replace('<Drawn name="line" />', written));
  expect(diagnostics[0]).toMatchObject({ rule, line: 20, ...(fix && { fix }) });
});

test("on the briefing nothing is drawn yet", () => {
  const { diagnostics } = parse(
    text.replace("The last tram leaves", 'The <Drawn name="line" /> leaves'),
  );
  expect(diagnostics).toMatchObject([{ rule: "element/misplaced" }]);
});

test("`says` gives one for each value of a list, and goes with nothing else", () => {
  const few = parse(text.replace("; Ana Sá", ""));
  expect(few.diagnostics).toMatchObject([
    { rule: "variable/domain", message: "`says` gives 1 word or phrase for 2 values." },
  ]);
  const number = parse(text.replace('max="6"', 'max="6" says="four; five; six"'));
  expect(number.diagnostics).toMatchObject([{ rule: "variable/domain" }]);
});

test.each([
  ['min="4.5" max="6"', "attribute/wrong-value", "4.5"],
  ['min="6" max="4"', "variable/domain", "6"],
  ['oneOf="early"', "variable/domain", "early"],
  ['oneOf="early, too late"', "name/format", "too late"],
])("a drawn %s is told once, and nothing of a start that nobody wrote", (domain, rule, wrong) => {
  const source = text.replace('min="4" max="6"', domain);
  const { diagnostics } = parse(source);
  expect(diagnostics).toMatchObject([{ rule }]);
  const [{ line, column, message, fix } = {}] = diagnostics;
  const written = source.split("\n")[(line ?? 0) - 1];
  expect(written?.slice((column ?? 0) - 1)).toMatch(new RegExp(`^${wrong}`));
  expect(`${message} ${fix}`).not.toContain("start");
});

test("a list of what is drawn may begin with a comma", () => {
  const { diagnostics } = parse(text.replace('oneOf="st-mary', 'oneOf=", st-mary'));
  expect(diagnostics).toEqual([]);
});

test("a name is drawn from a variable that there is", () => {
  const { diagnostics } = parse(text.replace('drawn="who"', 'drawn="whom"'));
  expect(diagnostics).toMatchObject([{ rule: "variable/unknown", fix: "Did you mean `who`?" }]);
});

test("a change of what is printed is said once, value by value, and is wording", () => {
  const before = parse(text).definition;
  const after = parse(text.replace("; Ana Sá", "; Ana Reis")).definition;
  if (!before || !after) throw new Error("They have no errors.");
  expect(compareScenarios(before, after)).toEqual([
    {
      kind: "wording",
      place: null,
      message: "Where `who` is ana, “Ana Reis” is printed, before “Ana Sá”.",
    },
  ]);
});

test("a change of words around what is drawn names it", () => {
  const before = parse(text).definition;
  const after = parse(text.replace("I am not", "Am I")).definition;
  if (!before || !after) throw new Error("They have no errors.");
  expect(compareScenarios(before, after).map(({ message }) => message)).toEqual([
    expect.stringContaining("“I am not <who>.” became “Am I <who>.”"),
  ]);
});

test("in the terminal, what was drawn is read as a learner reads it", async () => {
  const { definition } = parse(text);
  if (!definition) throw new Error("It has no errors.");
  let shown = "";
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      shown += chunk.toString();
      done();
    },
  });
  const played = await playScenario(definition, Readable.from(["1\n", "1\n"]), output);
  const name = played?.draws["who"] === "ana" ? "Ana Sá" : "Tomás <b>Reis</b>";
  expect(shown).toContain(`${name} (`);
  expect(shown).toContain(`I am not ${name}.`);
});

test("the quickest way counts the words that are drawn, and no longer ones", () => {
  const long = Array.from({ length: 500 }, () => "word").join(" ");
  const minutes = (says: string) => {
    const { definition } = parse(
      text.replace("Tomás <b>Reis</b>; Ana Sá", says).replace(/minutes: \d+/, "minutes: 1"),
    );
    if (!definition) throw new Error("It has no errors.");
    return verifyScenario(definition).findings.filter(({ rule }) => rule === "minutes/too-short");
  };
  expect(minutes(`${long}; Ana Sá`)).toEqual([]);
  expect(minutes(`${long}; ${long}`)).toHaveLength(1);
});
