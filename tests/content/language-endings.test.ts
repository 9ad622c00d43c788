/** What is told at an ending may depend on how it went. */
import { expect, test } from "vitest";
import { plainText } from "~/core/prose/prose";
import { replay, type AttemptEvent } from "~/core/scenario/attempt";
import { presentMoment } from "~/core/scenario/moment";
import { parseProvedScenario } from "~/language/scenario/prove-scenario";
import {
  sampleText as text,
  sampleVocabulary as vocabulary,
} from "tests/factories/sample-scenario";

/** The sample with other words for what is felt at the ending `gone`. */
function withFelt(felt: string) {
  const source = text.replace("  <Felt>Nobody was there.</Felt>", felt);
  return parseProvedScenario({ file: "scenarios/ring/index.mdx", text: source }, { vocabulary });
}

const twoTellings = `  <Felt when="patience = 0">I had no more to give.</Felt>
  <Felt when="looked">They looked for a list and not at me.</Felt>
  <Felt>Nobody was there.</Felt>`;

function feltAfter(...given: readonly AttemptEvent[]): string {
  const { definition, diagnostics } = withFelt(twoTellings);
  expect(diagnostics).toEqual([]);
  if (!definition) throw new Error("It has no errors.");
  const state = replay(definition, [{ type: "attempt.started" }, ...given]);
  if (!state.ok) throw new Error(JSON.stringify(state.problem));
  return plainText(presentMoment(definition, state.value).ending?.felt ?? []);
}

const choice = (scene: string, name: string): AttemptEvent => ({
  type: "choice.made",
  scene,
  choice: name,
});
const typed: AttemptEvent = {
  type: "reply.typed",
  scene: "words",
  row: "match-1",
  phrase: null,
  words: null,
};
const silence: AttemptEvent = { type: "time.ranOut", scene: "minute" };

test("of several tellings the first that holds is told, and the last where none does", () => {
  const looked = [choice("opening", "ring-plumber"), choice("look-up", "back")];
  const ask = choice("opening", "ask");
  expect(feltAfter(ask, typed, silence)).toBe("Nobody was there.");
  expect(feltAfter(...looked, ask, typed, silence)).toBe("They looked for a list and not at me.");
  const gone = { ...typed, row: "otherwise" };
  expect(feltAfter(...looked, choice("opening", "form"), gone)).toBe("I had no more to give.");
});

test("an ending whose tellings leave a case open is refused", () => {
  const { definition, diagnostics } = withFelt('  <Felt when="looked">They looked.</Felt>');
  expect(diagnostics).toMatchObject([{ rule: "element/empty", line: 125 }]);
  expect(definition).toBeNull();
});

test("a telling after the one without a condition, or a second of those, is refused", () => {
  const late = withFelt(
    '  <Felt>Nobody was there.</Felt>\n  <Felt when="looked">They looked.</Felt>',
  );
  expect(late.diagnostics).toMatchObject([{ rule: "ending/order", line: 125 }]);
  const twice = withFelt("  <Felt>Nobody was there.</Felt>\n  <Felt>They looked.</Felt>");
  expect(twice.diagnostics).toMatchObject([{ rule: "element/repeated", line: 126 }]);
});

test("a condition whose quotation mark is left open is blamed alone, and not as one that is missing", () => {
  const { diagnostics } = withFelt(
    '  <Felt when="looked>They looked.</Felt>\n  <Felt when="patience > 0">Nothing.</Felt>\n  <Felt>Nobody was there.</Felt>',
  );
  expect(diagnostics.map(({ message }) => message)).toEqual([
    "The quotation mark that opens the value of `when` is never closed.",
  ]);
});

test("a mistake in a condition of a telling is pointed at within the condition", () => {
  const { diagnostics } = withFelt(
    '  <Felt when="not (loked or patience = 0)">They looked.</Felt>\n  <Felt>Nobody was there.</Felt>',
  );
  expect(diagnostics).toMatchObject([
    { rule: "variable/unknown", line: 125, column: 20, fix: "Did you mean `looked`?" },
  ]);
});

test("a telling that never gets a turn is found, also behind one that is always first", () => {
  const never = withFelt(
    '  <Felt when="patience > 0 or patience = 0">Always.</Felt>\n  <Felt when="looked">They looked.</Felt>\n  <Felt>Nobody was there.</Felt>',
  );
  expect(never.diagnostics).toMatchObject([{ rule: "unreachable/line", line: 126 }]);
});
