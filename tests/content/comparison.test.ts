/** What `content diff` says of real edits of a shipped role-play, in a trainer's words. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compareScenarios } from "~/core/scenario/comparison";
import { parseBehaviours } from "~/language/parse-behaviours";
import { parseScenario } from "~/language/scenario/parse-scenario";

const content = join(import.meta.dirname, "../../content");
const read = (file: string) => readFileSync(join(content, file), "utf8");
const text = read("scenarios/wrong-green/index.mdx");
const vocabulary =
  parseBehaviours({ file: "behaviours.yml", text: read("behaviours.yml") }).definition ?? [];

function parsed(source: string) {
  const { definition } = parseScenario(
    { file: "scenarios/wrong-green/index.mdx", text: source },
    { vocabulary },
  );
  if (!definition) throw new Error("The edit left the role-play whole.");
  return definition;
}

const said = (from: string, to: string) => {
  expect(text).toContain(from);
  return compareScenarios(parsed(text), parsed(text.replace(from, to))).map(
    ({ kind, message }) => `${kind}: ${message}`,
  );
};

test("a reworded line is quoted as it was and as it is, where it differs", () => {
  expect(said("Card’s fine.", "Cash, if you can.")).toEqual([
    "wording: In `in-the-tin`: “So what’s it going to be? It was <price> for the pair. Card’s fine.” became “So what’s it going to be? It was <price> for the pair. Cash, if you can.”.",
  ]);
  const [long] = said("feeling that it is about him.", "feeling small.");
  expect(long).toMatch(
    /^wording: What follows `why`, `honest-why`: “….* it is about him\.” became “….* small\.”\.$/,
  );
});

test("what is said before the first moment is told field by field", () => {
  const { title, minutes, briefing, cast, role } = parsed(text);
  expect(said(`title: ${title}`, "title: Quite another green")).toEqual([
    `wording: The title: “${title}” became “Quite another green”.`,
  ]);
  expect(said(`minutes: ${String(minutes)}`, `minutes: ${String(minutes + 1)}`)).toEqual([
    `wording: It takes ${String(minutes + 1)} minutes, before ${String(minutes)}.`,
  ]);
  const before = parsed(text);
  const after = {
    ...before,
    role: "The owner",
    briefing: [...briefing].slice(0, 1),
    cast: [{ ...(cast[0] ?? { id: "", role: "", at: { line: 1, column: 1 } }), name: "Bo" }],
  };
  const told = compareScenarios(before, after).map(({ message }) => message);
  expect(told).toContain(`The learner’s role: “${role}” became “The owner”.`);
  expect(told).toContain(
    `The name of \`${cast[0]?.id ?? ""}\`: “${cast[0]?.name ?? ""}” became “Bo”.`,
  );
  const gone = cast[1]?.id;
  if (gone !== undefined) expect(told).toContain(`\`${gone}\` is not in the cast any more.`);
});

test("a line that depends on something else says on what", () => {
  expect(said('when="face > 2">My first', 'when="face > 3">My first')).toEqual([
    "wording: In `what-for`: “My first one slept in a yellow that hurt your eyes. He’s a dentist now.” is said when face > 3, before when face > 2.",
  ]);
});

test("a choice that stands elsewhere in its scene is seen, since learners see it there", () => {
  const sign = / {2}<Choice id="sign" [\s\S]*?<\/Choice>\n/.exec(text)?.[0] ?? "";
  const moved = text.replace(sign, "").replace('  <Choice id="see-what"', (next) => sign + next);
  expect(compareScenarios(parsed(text), parsed(moved))).toEqual([
    {
      kind: "wording",
      place: "counter",
      message: "The choices of `counter` stand in another order.",
    },
  ]);
});

test("variables, rules and the pass say what they were and what they are", () => {
  expect(said('max="5" start="3"', 'max="6" start="4"')).toEqual([
    "flow: `face` goes from 0 to 6; before, it goes from 0 to 5.",
    "flow: `face` starts at 4; before, it starts at 3.",
  ]);
  expect(said('when="face = 0"', 'when="face  =  0"')).toEqual([]);
  expect(said('when="face = 0"', 'when="face <= 1"')).toEqual([
    "flow: A new standing rule: when face <= 1, it ends in `storms`.",
    "flow: No standing rule any more: when face = 0, it ends in `storms`.",
  ]);
  expect(said("mark: 0.6, requires: [expectations]", "mark: 0.7, requires: []")).toEqual([
    "rule: To pass, a mark of 0.7 is asked for; before, a mark of 0.6 is asked for.",
    "rule: To pass, no behaviour must be shown; before, expectations must be shown.",
  ]);
});

test("an ending that is told otherwise is quoted, and its title with it", () => {
  expect(said('title="A room to sleep in"', 'title="Sage"')).toEqual([
    "wording: The ending `sage`: “A room to sleep in” became “Sage”.",
  ]);
});

const renamed = (...renames: readonly (readonly [string, string])[]) =>
  renames.reduce((edited, [from, to]) => edited.replaceAll(from, to), text);
const changesOf = (edited: string) =>
  compareScenarios(parsed(text), parsed(edited)).map(({ kind, message }) => `${kind}: ${message}`);

test("a scene, an ending or an answer with another name is the same one, and what leads to it leads there", () => {
  expect(changesOf(renamed(['"in-the-tin"', '"paint-in-the-tin"']))).toEqual([
    "wording: The scene `in-the-tin` is called `paint-in-the-tin` now.",
  ]);
  expect(
    changesOf(renamed(['id="storms"', 'id="leaves"'], ['to="storms"', 'to="leaves"'])),
  ).toEqual(["wording: The ending `storms` is called `leaves` now."]);
  expect(changesOf(renamed(['id="honest-why"', 'id="why-not"']))).toEqual([
    "wording: The answer `honest-why` of `why` is called `why-not` now.",
  ]);
});

test("a scene that was renamed and reworded says both, and one that is another scene is none of them", () => {
  const both = renamed(['"in-the-tin"', '"the-tin"'], ["Card’s fine.", "Cash, if you can."]);
  expect(changesOf(both)).toEqual([
    "wording: The scene `in-the-tin` is called `the-tin` now.",
    expect.stringMatching(/^wording: In `the-tin`: “So what’s it .* became /),
  ]);
  const scene = /<Scene id="in-the-tin"[\s\S]*?<\/Scene>/.exec(text)?.[0] ?? "";
  const other = `<Scene id="rain">
  <Line>It rains.</Line>
  <Choice id="wait" to="sage">I wait.<Consequence>It stops.</Consequence><Feedback>Yes.</Feedback></Choice>
</Scene>`;
  const edited = text.replace(scene, other).replaceAll("in-the-tin", "rain");
  const said = changesOf(edited);
  expect(said).toContain("flow: The scene `rain` is new.");
  expect(said).toContain("flow: The scene `in-the-tin` is gone.");
});

test("answers without names that change places are seen to have changed places", () => {
  const nameless = text.replaceAll(/<Choice id="[^"]*"/g, "<Choice");
  const [first = ""] = / {2}<Choice [\s\S]*?<\/Choice>\n/.exec(nameless) ?? [];
  const moved = nameless.replace(first, "").replace(/<\/Choice>\n/, (end) => end + first);
  expect(compareScenarios(parsed(nameless), parsed(moved)).map(({ message }) => message)).toEqual([
    expect.stringMatching(/^The choices of `.*` stand in another order\.$/),
  ]);
  const without = nameless.replace(first, "");
  expect(compareScenarios(parsed(nameless), parsed(without)).map(({ message }) => message)).toEqual(
    [expect.stringMatching(/^`.*` no longer has the answer `choice-\d( \(as it was\))?`\.$/)],
  );
});
