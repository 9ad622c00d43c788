import { expect, test } from "vitest";
import { arbitraryScenario } from "tests/factories/arbitrary-scenario";
import { allDraws } from "tests/factories/exhaustive-play";
import { fc } from "tests/setup/properties";
import type { Choice, Scenario, Scene } from "../definition";
import { answersOf, endingNamed } from "../lookup";
import {
  begin,
  choicesOnOffer,
  isCall,
  presentScene,
  rowsOpen,
  take,
  type PlayState,
} from "../play";
import type { Finding } from "./finding";
import { verifyScenario } from "./verify";

/** A state of play, with a note of whether something has happened on the way. */
interface Met {
  readonly play: PlayState;
  readonly noted: boolean;
}

interface Quest {
  /** The note after an answer to `scene`; null where the way may not go on so. */
  readonly note: (scene: Scene, play: PlayState, answer: Choice, noted: boolean) => boolean | null;
  readonly isFound: (met: Met) => boolean;
}

const unnoted: Quest["note"] = () => false;
const sceneOf = (play: PlayState) => (play.place.kind === "scene" ? play.place.scene : null);

function answersIn(scenario: Scenario, play: PlayState): readonly Choice[] {
  const scene = presentScene(scenario, play);
  const silence = scene?.timed ? [scene.timed.silence] : [];
  return [...choicesOnOffer(scenario, play), ...rowsOpen(scenario, play), ...silence];
}

const isStuck = (scenario: Scenario, play: PlayState) =>
  sceneOf(play) !== null &&
  choicesOnOffer(scenario, play).length + rowsOpen(scenario, play).length === 0;

function stepsFrom(scenario: Scenario, { note }: Quest, { play, noted }: Met, only?: string) {
  const scene = presentScene(scenario, play);
  return answersIn(scenario, play)
    .filter(({ id }) => only === undefined || id === only)
    .flatMap((answer): readonly Met[] => {
      const after = scene && note(scene, play, answer, noted);
      return after === null ? [] : [{ play: take(scenario, play, answer), noted: after }];
    });
}

/** The fewest answers of a way that fits, found by the rules of play; null where there is none. */
function fewest(scenario: Scenario, quest: Quest): number | null {
  const seen = new Set<string>();
  let layer: readonly Met[] = allDraws(scenario).map((draws) => ({
    play: begin(scenario, draws),
    noted: false,
  }));
  for (let steps = 0; layer.length > 0; steps += 1) {
    if (layer.some(quest.isFound)) return steps;
    layer = layer
      .flatMap((met) => stepsFrom(scenario, quest, met))
      .filter((met) => {
        const name = JSON.stringify(met);
        const isNew = !seen.has(name);
        seen.add(name);
        return isNew;
      });
  }
  return null;
}

/** Where a way that the proof prints leads, step by step as it is written. */
function followed(scenario: Scenario, quest: Quest, way: readonly string[]): readonly Met[] {
  const [first = ""] = way;
  const isDrawn = first.startsWith("drawn: ");
  const wanted = isDrawn ? first.slice("drawn: ".length).split(", ") : [];
  const draws = allDraws(scenario).filter((draw) =>
    Object.entries(draw).every(([name, value]) => wanted.includes(`${name} = ${String(value)}`)),
  );
  return way.slice(isDrawn ? 1 : 0).reduce<readonly Met[]>(
    (mets, step) => {
      const [, scene, answer] = /^(\S+): (\S+) — /.exec(step) ?? [];
      return mets
        .filter(({ play }) => sceneOf(play) === scene)
        .flatMap((met) => stepsFrom(scenario, quest, met, answer ?? ""));
    },
    draws.map((draw) => ({ play: begin(scenario, draw), noted: false })),
  );
}

const choicesIn = (way: readonly string[]) => way.filter((step) => !step.startsWith("drawn: "));

/** A way is held to play: it can be gone, it ends where it should, and none is shorter. */
function expectShortest(scenario: Scenario, quest: Quest, way: readonly string[] | null): void {
  expect(way?.length === undefined ? null : choicesIn(way).length).toBe(fewest(scenario, quest));
  if (way) expect(followed(scenario, quest, way).some(quest.isFound)).toBe(true);
}

const wayOf = (findings: readonly Finding[], rule: string, name: string) =>
  findings.find((finding) => finding.rule === rule && finding.message.includes(`\`${name}\``))
    ?.witness ?? null;

const circling = arbitraryScenario({ scenes: 3, forwardOnly: false, markedDetours: true });

test("the way to a moment without a choice can be gone, ends there, and none is shorter", () => {
  fc.assert(
    fc.property(circling, (scenario) => {
      const { findings } = verifyScenario(scenario);
      for (const { id } of scenario.scenes) {
        const quest: Quest = {
          note: unnoted,
          isFound: ({ play }) => sceneOf(play) === id && isStuck(scenario, play),
        };
        expectShortest(scenario, quest, wayOf(findings, "flow/no-choice", id));
      }
    }),
    { numRuns: 60 },
  );
});

test("the way to a marked moment met twice meets it twice, and none is shorter", () => {
  fc.assert(
    fc.property(circling, (scenario) => {
      const { findings } = verifyScenario(scenario);
      for (const marked of scenario.scenes) {
        if (answersOf(marked).every(({ shows }) => shows.length === 0)) continue;
        const quest: Quest = {
          note: (scene, _, answer, noted) =>
            noted || (scene.id === marked.id && !isCall(scenario, scene, answer)),
          isFound: ({ play, noted }) => noted && sceneOf(play) === marked.id,
        };
        expectShortest(scenario, quest, wayOf(findings, "flow/marked-twice", marked.id));
      }
    }),
    { numRuns: 60 },
  );
});

test("the way to a pass that never offers what it requires can be gone so, and none is shorter", () => {
  let found = 0;
  fc.assert(
    fc.property(circling, (scenario) => {
      const { findings } = verifyScenario(scenario);
      for (const required of scenario.pass.requires) {
        const quest: Quest = {
          note: (scene, play, answer) =>
            !isCall(scenario, scene, answer) &&
            answersIn(scenario, play).some(
              (offered) => !isCall(scenario, scene, offered) && offered.shows.includes(required),
            )
              ? null
              : false,
          isFound: ({ play: { place } }) =>
            place.kind === "ending" && endingNamed(scenario, place.ending).outcome === "passed",
        };
        const finding = findings.find(({ rule }) => rule === "pass/required-not-offered");
        found += finding ? 1 : 0;
        expectShortest(scenario, quest, finding?.witness ?? null);
      }
    }),
    { numRuns: 300 },
  );
  expect(found).toBeGreaterThan(10);
});

test("the way into a trap can be gone, and no ending is to be had from there", () => {
  let found = 0;
  fc.assert(
    fc.property(circling, (scenario) => {
      for (const { rule, witness } of verifyScenario(scenario).findings) {
        if (rule !== "flow/trap") continue;
        found += 1;
        const quest: Quest = { note: unnoted, isFound: () => false };
        const ends = followed(scenario, quest, witness ?? ["nowhere: never — "]);
        const seen = new Set<string>();
        const waiting = [...ends];
        for (let met = waiting.pop(); met !== undefined; met = waiting.pop()) {
          const name = JSON.stringify(met);
          if (seen.has(name)) continue;
          seen.add(name);
          expect(sceneOf(met.play)).not.toBeNull();
          expect(isStuck(scenario, met.play)).toBe(false);
          waiting.push(...stepsFrom(scenario, quest, met));
        }
        expect(ends).not.toHaveLength(0);
      }
    }),
    { numRuns: 700 },
  );
  expect(found).toBeGreaterThan(0);
});

test("the way to each ending can be gone, ends there, and none is shorter", () => {
  fc.assert(
    fc.property(circling, (scenario) => {
      for (const { ending, way } of verifyScenario(scenario).endings) {
        const quest: Quest = {
          note: unnoted,
          isFound: ({ play: { place } }) => place.kind === "ending" && place.ending === ending,
        };
        expectShortest(scenario, quest, way);
      }
    }),
    { numRuns: 60 },
  );
});
