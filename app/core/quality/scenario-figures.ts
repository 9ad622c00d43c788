/** What can be counted about a role-play, and how it compares with what role-plays are meant to be. */
import { countInWords } from "../prose/in-words";
import type { Scenario, ScenarioKind } from "../scenario/definition";
import { answersOf } from "../scenario/lookup";
import { programOf } from "../scenario/verification/program";
import { leavesOf } from "../scenario/verification/expression-parts";
import { typicalSeconds } from "../scenario/verification/typical-time";
import { walkProgram, type Walk } from "../scenario/verification/walk";

export interface ScenarioFigures {
  readonly scenario: string;
  readonly kinds: readonly ScenarioKind[];
  /** Minutes as the author states them. */
  readonly declaredMinutes: number;
  /** Minutes on average over all ways through it; null where they are too many to be walked. */
  readonly minutes: number | null;
  readonly scenes: number;
  readonly endings: number;
  /** Variables that answers change and that decide what can be answered or how it ends. */
  readonly variablesThatMatter: readonly string[];
  readonly drawn: readonly string[];
  /** Moments at which an earlier miss can be made good. */
  readonly repairs: number;
  /** Moments that are answered in the learner's own words. */
  readonly typedReplies: number;
  readonly timed: number;
  readonly interludes: number;
}

const MOST_STATES = 200_000;

function variablesThatMatter(scenario: Scenario): readonly string[] {
  const answers = scenario.scenes.flatMap(answersOf);
  const deciding = new Set(
    [...answers, ...scenario.rules]
      .flatMap(({ when }) => (when ? leavesOf(when.condition) : []))
      .map(({ variable }) => variable),
  );
  const changed = new Set(
    answers.flatMap(({ effects }) => effects.map(({ variable }) => variable)),
  );
  return scenario.variables.flatMap(({ name }) =>
    deciding.has(name) && changed.has(name) ? [name] : [],
  );
}

/** `walk` is that of the scenario, where somebody has walked it already. */
export function scenarioFigures(
  scenario: Scenario,
  walk: Walk = walkProgram(programOf(scenario), MOST_STATES),
): ScenarioFigures {
  const isWalked = walk.isComplete && walk.places.length <= MOST_STATES;
  const seconds = isWalked ? typicalSeconds(walk) : null;
  const count = (has: (scene: Scenario["scenes"][number]) => boolean) =>
    scenario.scenes.filter(has).length;
  return {
    scenario: scenario.slug,
    kinds: scenario.kinds ?? [],
    declaredMinutes: scenario.minutes,
    minutes: seconds === null ? null : seconds / 60,
    scenes: scenario.scenes.length,
    endings: scenario.endings.length,
    variablesThatMatter: variablesThatMatter(scenario),
    drawn: scenario.variables.flatMap(({ name, drawn }) => (drawn === true ? [name] : [])),
    repairs: count(({ repairs }) => (repairs ?? []).length > 0),
    typedReplies: count(({ reply }) => reply !== undefined),
    timed: count(({ timed }) => timed !== undefined),
    interludes: count(({ interlude }) => interlude === true),
  };
}

const scenarioAims = {
  minutes: [3, 10],
  minutesApart: 1.5,
  scenes: [8, 30],
  endings: [3, 6],
  variablesThatMatter: 2,
  repairs: 1,
} as const;

/** What the role-play lacks, a sentence each. */
export function scenarioShortfalls(own: ScenarioFigures): readonly string[] {
  const outside = (figure: number, [least, most]: readonly [number, number]) =>
    figure < least || figure > most;
  const { minutes } = own;
  const shortfalls: readonly (readonly [boolean, string])[] = [
    [minutes === null, "has too many ways for its minutes to be counted"],
    [
      minutes !== null && outside(minutes, scenarioAims.minutes),
      `takes ${minutes?.toFixed(1) ?? ""} minutes, not ${scenarioAims.minutes.join(" to ")}`,
    ],
    [
      minutes !== null && Math.abs(minutes - own.declaredMinutes) > scenarioAims.minutesApart,
      `says ${countInWords(own.declaredMinutes, "minute")} and takes ${minutes?.toFixed(1) ?? ""}`,
    ],
    [outside(own.scenes, scenarioAims.scenes), `has ${countInWords(own.scenes, "scene")}`],
    [outside(own.endings, scenarioAims.endings), `has ${countInWords(own.endings, "ending")}`],
    [
      own.variablesThatMatter.length < scenarioAims.variablesThatMatter,
      `has fewer than ${scenarioAims.variablesThatMatter} variables that matter`,
    ],
    [own.repairs < scenarioAims.repairs, "lets nothing be made good"],
  ];
  return shortfalls.flatMap(([isShort, sentence]) =>
    isShort ? [`${own.scenario} ${sentence}.`] : [],
  );
}
