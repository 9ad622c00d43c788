import fc from "fast-check";
import { expect, test } from "vitest";
import { arbitraryScenario } from "tests/factories/arbitrary-scenario";
import { playOut, sumsOf } from "tests/factories/exhaustive-play";
import type { AttemptState } from "../attempt";
import type { Telling } from "../definition";
import { tellingsOf } from "../ending-words";
import { answersOf } from "../lookup";
import { scoreOf } from "../scoring";
import { guardHolds } from "../values";
import { verifyScenario } from "./verify";

const MOST_STEPS = 60_000;

const endsAt = ({ play: { place } }: AttemptState, ending: string) =>
  place.kind === "ending" && place.ending === ending;

test("the verifier says what playing in every possible way shows, no more and no less", () => {
  let compared = 0;
  fc.assert(
    fc.property(arbitraryScenario({ scenes: 3, forwardOnly: true }), (scenario) => {
      const played = playOut(scenario, MOST_STEPS);
      fc.pre(played.isComplete);
      const proof = verifyScenario(scenario);
      const found = (rule: string) => proof.findings.filter((finding) => finding.rule === rule);
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
      expect(found("flow/marked-twice")).toEqual([]);
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
});

test("a way that a finding names can be played, and ends where it says", () => {
  fc.assert(
    fc.property(arbitraryScenario({ scenes: 4, forwardOnly: false }), (scenario) => {
      const proof = verifyScenario(scenario);
      for (const { way, shortest } of proof.endings) {
        if (way)
          expect(way.filter((step) => !step.startsWith("drawn:"))).toHaveLength(shortest ?? -1);
      }
      for (const finding of proof.findings) {
        expect(finding.message).not.toBe("");
        expect(finding.fix).not.toBe("");
        if (finding.rule.startsWith("flow/")) expect(finding.witness).not.toBeNull();
      }
    }),
    { numRuns: 100 },
  );
});

test("where the bound is passed the proof says that it is not decided", () => {
  fc.assert(
    fc.property(arbitraryScenario({ scenes: 4, forwardOnly: true }), (scenario) => {
      const proof = verifyScenario(scenario, { states: 1, scoreStates: 1 });
      fc.pre(proof.states > 1);
      expect(proof.isDecided).toBe(false);
      expect(proof.findings.map((finding) => finding.rule)).toContain("proof/not-decided");
    }),
    { numRuns: 30 },
  );
});
