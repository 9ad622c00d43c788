import { expect, test } from "vitest";
import { arbitraryScenario } from "tests/factories/arbitrary-scenario";
import { somewhere } from "tests/factories/scenario";
import { playOut, sumsOf, type PlayedOut } from "tests/factories/exhaustive-play";
import { fc } from "tests/setup/properties";
import type { BehaviourTag } from "~/core/behaviour/behaviour";
import type { Position } from "~/core/diagnostic";
import type { Answer } from "../answer";
import type { AttemptState } from "../attempt";
import type { Choice, Effect, Guard, Scenario, Telling } from "../definition";
import { tellingsOf } from "../ending-words";
import { answersOf } from "../lookup";
import { callName, presentScene } from "../play";
import { scoreOf } from "../scoring";
import { guardHolds, type Values } from "../values";
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

/** With a line of its own for every part that has a place. */
function onLines(scenario: Scenario): Scenario {
  let line = 0;
  const placed = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(placed);
    if (typeof part !== "object" || part === null) return part;
    return Object.fromEntries(
      Object.entries(part).map(([key, value]) => [
        key,
        key === "at" ? { line: (line += 1), column: 1 } : placed(value),
      ]),
    );
  };
  return placed(scenario) as Scenario;
}

/** Some have a variable that nothing changes, and one that nothing reads. */
const anyScenario = fc
  .tuple(
    arbitraryScenario(shape),
    fc.option(fc.constantFrom("patience", "promised", "tone"), { freq: 2 }),
    fc.boolean(),
  )
  .map(([plain, still, isSpare]): Scenario => {
    const text = JSON.stringify(plain, (key, part: unknown) =>
      key === "effects" ? (part as Effect[]).filter(({ variable }) => variable !== still) : part,
    );
    const scenario = JSON.parse(text) as Scenario;
    const spare = { type: "boolean", name: "spare", start: false, at: somewhere } as const;
    return isSpare ? { ...scenario, variables: [...scenario.variables, spare] } : scenario;
  })
  .map(onLines);

const lineOf = ({ at }: { readonly at: Position }) => at.line;
const inOrder = (lines: readonly number[]) => lines.toSorted((one, other) => one - other);

/** How often each condition was met holding, and how often not, wherever play asks it. */
function askedOf(scenario: Scenario, { states, ends }: PlayedOut) {
  const held = new Map<Guard, Set<boolean>>();
  const ask = (guard: Guard, values: Values): boolean => {
    const holds = guardHolds(guard, values);
    held.set(guard, (held.get(guard) ?? new Set()).add(holds));
    return holds;
  };
  const first = (guarded: readonly { readonly when: Guard }[], values: Values) =>
    guarded.find(({ when }) => ask(when, values));
  for (const state of states) {
    const scene = presentScene(scenario, state);
    const isSpent = (answer: Choice) =>
      scene?.interlude !== true && state.called.includes(callName(answer));
    for (const answer of scene ? answersOf(scene) : []) {
      if (answer.when && !isSpent(answer)) ask(answer.when, state.values);
    }
    if (scene) first(scenario.rules, state.values);
    const ending = state.place.kind === "ending" ? state.place.ending : null;
    const told = scenario.endings.filter(({ id }) => id === ending).flatMap(tellingsOf);
    for (const list of told) first(list, state.values);
  }
  for (const { answers, play } of ends) {
    const target = answers.at(-1)?.choice.target;
    if (!scenario.endings.some(({ id }) => id === target)) first(scenario.rules, play.values);
  }
  return {
    never: (guard: Guard) => held.get(guard)?.has(true) !== true,
    always: (guard: Guard) => held.get(guard)?.has(false) === false,
  };
}

/** Names of the variables that conditions read, and of those that answers change. */
function usesOf(scenario: Scenario) {
  const guards = [
    ...scenario.scenes.flatMap(answersOf),
    ...scenario.rules,
    ...scenario.endings.flatMap((ending) => tellingsOf(ending).flat()),
  ].flatMap(({ when }) => when ?? []);
  const names = (text: string) => [...text.matchAll(/"variable":"(\w+)"/g)].map(([, name]) => name);
  return {
    guards,
    read: new Set(names(JSON.stringify(guards))),
    written: new Set(
      names(
        JSON.stringify(
          scenario.scenes.map((scene) => answersOf(scene).map(({ effects }) => effects)),
        ),
      ),
    ),
    namesIn: ({ condition }: Guard) => names(JSON.stringify(condition)),
  };
}

test("the verifier says what playing in every possible way shows, no more and no less", () => {
  let compared = 0;
  let judged = 0;
  let idles = 0;
  const met = { rules: 0, guards: 0, still: 0, unread: 0, unoffered: 0, marks: 0 };
  fc.assert(
    fc.property(anyScenario, (scenario) => {
      const played = playOut(scenario, MOST_STEPS);
      fc.pre(played.isComplete);
      const proof = verifyScenario(scenario);
      const found = (rule: string) => proof.findings.filter((finding) => finding.rule === rule);
      const linesOf = (rule: string) => inOrder(found(rule).map(lineOf));
      fc.pre(found("flow/marked-twice").length === 0);
      expect(proof.isDecided).toBe(true);
      compared += 1;

      const unmetScenes = scenario.scenes.filter((scene) => !played.scenes.has(scene.id));
      expect(linesOf("unreachable/scene")).toEqual(inOrder(unmetScenes.map(lineOf)));
      const untaken = scenario.scenes
        .filter((scene) => played.scenes.has(scene.id))
        .flatMap((scene) =>
          answersOf(scene).filter((answer) => !played.taken.has(`${scene.id}/${answer.id}`)),
        );
      const unreachable = [...found("unreachable/choice"), ...found("unreachable/row")].filter(
        (finding) => !finding.message.includes("turn"),
      );
      expect(inOrder(unreachable.map(lineOf))).toEqual(
        inOrder(untaken.map((answer) => lineOf(answer.when ?? answer))),
      );
      const stuck = scenario.scenes.filter(({ id }) => played.stuck.has(id));
      expect(linesOf("flow/no-choice")).toEqual(stuck.map(lineOf));
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
      const untold = tellable.filter((telling) => !told.has(telling));
      expect(linesOf("unreachable/line")).toEqual(inOrder(untold.map(({ when }) => lineOf(when))));

      const asked = askedOf(scenario, played);
      const unfired = scenario.rules.filter(({ when }) => asked.never(when));
      expect(linesOf("unreachable/rule")).toEqual(inOrder(unfired.map(({ when }) => lineOf(when))));
      const { guards, read, written, namesIn } = usesOf(scenario);
      const unread = scenario.variables.filter(({ name }) => !read.has(name));
      expect(linesOf("variable/never-read")).toEqual(inOrder(unread.map(lineOf)));
      const still = scenario.variables.filter(
        ({ name, drawn }) => drawn !== true && !written.has(name),
      );
      const isStill = (name: string | undefined) => still.some((one) => one.name === name);
      const stillRead = still.filter(({ name }) => read.has(name));
      expect(linesOf("variable/never-written")).toEqual(inOrder(stillRead.map(lineOf)));
      const idleGuards = guards.filter(
        (guard) => asked.always(guard) && !namesIn(guard).every(isStill),
      );
      const whole = found("condition/always-true").filter(({ message }) =>
        message.startsWith("Whenever"),
      );
      expect(inOrder(whole.map(lineOf))).toEqual(inOrder(idleGuards.map(lineOf)));
      const taken = scenario.scenes.flatMap((scene) =>
        answersOf(scene).filter((answer) => played.taken.has(`${scene.id}/${answer.id}`)),
      );
      const unoffered = scenario.behaviours.filter(
        (tag) => !taken.some((answer) => answer.shows.includes(tag)),
      );
      expect(
        found("behaviour/never-offered").map(({ message }) => /declares (\w+)/.exec(message)?.[1]),
      ).toEqual(unoffered);
      met.rules += unfired.length;
      met.guards += idleGuards.length;
      met.still += stillRead.length;
      met.unread += unread.length;
      met.unoffered += unoffered.length;

      const repaired = new Set(played.ends.flatMap(({ answers }) => repairsAmong(answers)));
      const idle = scenario.scenes.flatMap((scene) =>
        (scene.repairs ?? []).flatMap((missed) =>
          [scene.id, missed].every((id) => played.scenes.has(id)) &&
          !repaired.has(`${scene.id}:${missed}`)
            ? [scene]
            : [],
        ),
      );
      if (played.stuck.size === 0) {
        judged += 1;
        idles += idle.length;
      }
      expect(linesOf("repair/idle")).toEqual(
        inOrder(played.stuck.size === 0 ? idle.map(lineOf) : []),
      );

      const passes = played.ends.map((end) => scoreOf(scenario, end).passed);
      expect(proof.canPass).toBe(passes.includes(true));
      expect(proof.canMiss).toBe(passes.includes(false));
      const marks = played.ends.map((end) => scoreOf(scenario, end).mark);
      const isIdle = marks.every((mark) => mark && (mark.needed === 0 || mark.reached === null));
      const isOffered = unoffered.length < scenario.behaviours.length;
      expect(found("pass/idle-mark").length > 0).toBe(isOffered && isIdle);
      // Told also where the mark is idle: a mark that decides nothing is only one reason for it.
      expect(found("pass/unmissable").length > 0).toBe(
        passes.includes(true) && !passes.includes(false),
      );
      met.marks += found("pass/idle-mark").length;
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
  expect(Math.min(...Object.values(met))).toBeGreaterThan(5);
});
