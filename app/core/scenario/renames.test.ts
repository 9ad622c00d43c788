import { expect, test } from "vitest";
import { aChoice, anEnding, aScenario, aScene, prose, somewhere } from "tests/factories/scenario";
import { cpuMilliseconds } from "tests/setup/cpu-time";
import { compareScenarios } from "./comparison";
import type { Choice, Scene } from "./definition";
import { underNewNames } from "./renames";
import { verifyScenario } from "./verification/verify";

const line = (text: string) => ({
  speaker: "rosa",
  mood: null,
  text: prose(text),
  when: null,
  at: somewhere,
});

const inScene = (scene: Partial<Scene>) => aScenario({ scenes: [aScene(scene)] });
const renames = (before: Partial<Scene>, after: Partial<Scene>) =>
  underNewNames(inScene(before), inScene(after)).changes.map(({ message }) => message);

test("silence that became a choice is not the same answer with another name", () => {
  const silence = aChoice({ id: "silence", text: prose("You say nothing.") });
  const choices: readonly Choice[] = [aChoice({ id: "point", text: prose("Over there.") })];
  const spoken = { ...silence, id: "say-nothing" };
  expect(
    renames({ choices, timed: { seconds: 20, silence } }, { choices: [...choices, spoken] }),
  ).toEqual([]);
  expect(renames({ choices: [...choices, silence] }, { choices: [...choices, spoken] })).toEqual([
    "The answer `silence` of `opening` is called `say-nothing` now.",
  ]);
});

test("of two scenes that are like one that is gone the likelier bears its name on, and no scene two", () => {
  const scene = (id: string, ...lines: readonly string[]) =>
    aScene({ id, lines: lines.map(line), choices: [] });
  const start = aScene({ choices: [aChoice({ target: "old" })] });
  const before = aScenario({ scenes: [start, scene("old", "One.", "Two.", "Three.")] });
  const after = aScenario({
    scenes: [start, scene("near", "One.", "Two."), scene("same", "One.", "Two.", "Three.")],
  });
  const { before: renamed, changes } = underNewNames(before, after);
  expect(changes.map(({ message }) => message)).toEqual(["The scene `old` is called `same` now."]);
  expect(renamed.scenes.map(({ id }) => id)).toEqual(["opening", "same"]);
  expect(renamed.scenes[0]?.choices[0]?.target).toBe("same");
});

test("two hundred scenes that all bear other names are matched while somebody waits", () => {
  const many = (prefix: string) =>
    aScenario({
      scenes: Array.from({ length: 200 }, (_, at) =>
        aScene({
          id: `${prefix}-${at}`,
          lines: Array.from({ length: 12 }, (_, number) => line(`${at} says ${number}.`)),
        }),
      ),
      endings: [anEnding()],
    });
  const started = process.cpuUsage();
  expect(underNewNames(many("a"), many("b")).changes).toHaveLength(200);
  expect(cpuMilliseconds(started)).toBeLessThan(2_000);
});

test("an ending that bears the name of a scene that is gone is not taken for it", () => {
  const endings = [anEnding(), anEnding({ id: "leaves", title: "She leaves", outcome: "failed" })];
  const detour = aScene({ id: "detour", lines: [line("Wait.")], choices: [aChoice()] });
  const opening = aScene({ choices: [aChoice({ target: "detour" })] });
  const before = aScenario({ scenes: [opening, detour], endings });
  const after = aScenario({
    scenes: [aScene({ choices: [aChoice({ target: "detour" })] })],
    endings: [anEnding({ id: "detour" }), ...endings.slice(1)],
  });
  const { before: renamed, changes } = underNewNames(before, after);
  expect(changes.map(({ message }) => message)).toEqual([
    "The ending `thanks` is called `detour` now.",
  ]);
  const shortest = verifyScenario(renamed).endings.map(({ ending, shortest: own }) => [
    ending,
    own,
  ]);
  expect(shortest).toEqual([
    ["detour", 2],
    ["leaves", null],
  ]);
  expect(compareScenarios(before, after).map(({ message }) => message)).toContain(
    "`opening`, `say-back` leads to `detour`, no longer to `detour (as it was)`.",
  );
});
