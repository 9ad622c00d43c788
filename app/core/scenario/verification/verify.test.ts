import { expect, test } from "vitest";
import { arbitraryScenario } from "tests/factories/arbitrary-scenario";
import { playOut, sumsOf } from "tests/factories/exhaustive-play";
import { fc } from "tests/setup/properties";
import type { BehaviourTag } from "~/core/behaviour/behaviour";
import type { Answer } from "../answer";
import type { AttemptState } from "../attempt";
import type { Telling } from "../definition";
import { tellingsOf } from "../ending-words";
import { answersOf } from "../lookup";
import { scoreOf } from "../scoring";
import { guardHolds } from "../values";
import { verifyScenario } from "./verify";

const MOST_STEPS = 60_000;

/** A detour that marks something may be called from two scenes; what is said of that is held to elsewhere. */
const shape = { scenes: 3, forwardOnly: true, markedDetours: true };

const endsAt = ({ play: { place } }: AttemptState, ending: string) =>
  place.kind === "ending" && place.ending === ending;

const shows = ({ choice }: Answer, tag: BehaviourTag) => choice.shows.includes(tag);

/** `scene:missed` for each answer that makes good what was missed before, and not yet made good. */
function repairsAmong(all: readonly Answer[]): readonly string[] {
  const answers = all.filter(({ isDetour }) => !isDetour);
  return answers.flatMap((answer, at) =>
    answers.slice(0, at).flatMap((earlier, index) => {
      const repairs = (later: Answer, tag: BehaviourTag) =>
        later.repairs.includes(earlier.scene) && shows(later, tag);
      const offered = new Set(earlier.offered.flatMap((choice) => choice.shows));
      const isMadeGood = [...offered].some(
        (tag) =>
          !shows(earlier, tag) &&
          repairs(answer, tag) &&
          !answers.slice(index + 1, at).some((between) => repairs(between, tag)),
      );
      return isMadeGood ? [`${answer.scene}:${earlier.scene}`] : [];
    }),
  );
}

test("the verifier says what playing in every possible way shows, no more and no less", () => {
  let compared = 0;
  let judged = 0;
  let idles = 0;
  fc.assert(
    fc.property(arbitraryScenario(shape), (scenario) => {
      const played = playOut(scenario, MOST_STEPS);
      fc.pre(played.isComplete);
      const proof = verifyScenario(scenario);
      const found = (rule: string) => proof.findings.filter((finding) => finding.rule === rule);
      fc.pre(found("flow/marked-twice").length === 0);
      expect(proof.isDecided).toBe(true);
      compared += 1;

      const unmetScenes = scenario.scenes.filter((scene) => !played.scenes.has(scene.id));
      expect(found("unreachable/scene")).toHaveLength(unmetScenes.length);
      const untaken = scenario.scenes
        .filter((scene) => played.scenes.has(scene.id))
        .flatMap((scene) =>
          answersOf(scene).filter((answer) => !played.taken.has(`${scene.id}/${answer.id}`)),
        );
      const shadowed = found("unreachable/row").filter((finding) =>
        finding.message.includes("turn"),
      );
      const unreachable = [...found("unreachable/choice"), ...found("unreachable/row")];
      expect(unreachable.length - shadowed.length).toBe(untaken.length);
      expect(found("flow/no-choice")).toHaveLength(played.stuck.size);
      expect(found("flow/trap")).toEqual([]);

      const told = new Set<Telling>();
      const tellable = scenario.endings.flatMap((ending) => {
        const ends = played.ends.filter((end) => endsAt(end, ending.id));
        for (const { play } of ends) {
          for (const list of tellingsOf(ending)) {
            const first = list.find(({ when }) => guardHolds(when, play.values));
            if (first) told.add(first);
          }
        }
        return ends.length > 0 ? tellingsOf(ending).flat() : [];
      });
      expect(found("unreachable/line")).toHaveLength(tellable.length - told.size);

      const repaired = new Set(played.ends.flatMap(({ answers }) => repairsAmong(answers)));
      const idle = scenario.scenes.flatMap(({ id, repairs = [] }) =>
        repairs.filter(
          (missed) =>
            played.scenes.has(id) && played.scenes.has(missed) && !repaired.has(`${id}:${missed}`),
        ),
      );
      if (played.stuck.size === 0) {
        judged += 1;
        idles += idle.length;
      }
      expect(found("repair/idle")).toHaveLength(played.stuck.size === 0 ? idle.length : 0);

      const passes = played.ends.map((end) => scoreOf(scenario, end).passed);
      expect(proof.canPass).toBe(passes.includes(true));
      expect(proof.canMiss).toBe(passes.includes(false));
      for (const figures of proof.endings) {
        const ends = played.ends.filter((end) => endsAt(end, figures.ending));
        expect(figures.reachable).toBe(ends.length > 0);
        if (ends.length > 0) {
          expect(figures.shortest).toBe(Math.min(...ends.map((end) => end.answers.length)));
        }
        const shares = ends
          .map((end) => sumsOf(scenario, end))
          .filter((sums) => sums.offered > 0)
          .map((sums) => sums.shown / sums.offered);
        expect(figures.score === null).toBe(shares.length === 0);
        if (figures.score) {
          const { least, greatest } = figures.score;
          expect(least.shown / least.offered).toBeCloseTo(Math.min(...shares), 9);
          expect(greatest.shown / greatest.offered).toBeCloseTo(Math.max(...shares), 9);
        }
      }
    }),
    { numRuns: 100 },
  );
  expect(compared).toBeGreaterThan(50);
  expect(Math.min(judged, idles)).toBeGreaterThan(5);
});
