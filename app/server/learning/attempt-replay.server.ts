/** An attempt as it was: what was said, chosen, felt and scored, moment by moment, with times. */
import type { Vocabulary } from "~/core/behaviour/behaviour";
import type { Prose } from "~/core/prose/prose";
import { hasEnded, type TimeSetting } from "~/core/scenario/attempt";
import { presentMoment, saidLine, type Said } from "~/core/scenario/moment";
import type { Mode } from "~/server/learning/attempt-log.server";
import type { LiveAttempt } from "~/server/learning/attempt-state.server";
import {
  marksOf,
  saidText,
  timeOf,
  viewOf,
  type ResultView,
} from "~/server/learning/attempt-view.server";

export interface ReplayedMoment {
  readonly seq: number;
  readonly heard: readonly Said[];
  readonly said: Prose;
  /** The other answers on offer; empty before the end. */
  readonly notSaid: readonly Prose[];
  readonly consequence: readonly Said[];
  /** Names of behaviours; empty while an official run goes on. */
  readonly shown: readonly string[];
  readonly missed: readonly string[];
  readonly feedback: readonly Prose[];
  /** ISO instant. */
  readonly at: string;
  /** Since the moment was there to be answered, in whole seconds. */
  readonly seconds: number;
}

export interface ReplayView {
  readonly attemptId: string;
  readonly slug: string;
  readonly title: string;
  readonly setting: string;
  readonly mode: Mode;
  /** How its timed moments were treated; null where it has none. */
  readonly time: TimeSetting | null;
  readonly timeZone: string;
  /** ISO instants. */
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly moments: readonly ReplayedMoment[];
  /** The lines of the ending; of the present moment while it goes on. */
  readonly lines: readonly Said[];
  readonly result: ResultView | null;
}

export function replayOf(attempt: LiveAttempt, vocabulary: Vocabulary): ReplayView {
  const { stored, scenario, state } = attempt;
  const ended = hasEnded(state);
  const explained = ended || stored.mode === "practice";
  const instantOf = (seq: number) => stored.events[seq]?.at ?? stored.startedAt;
  const moments = state.answers.map((answer): ReplayedMoment => {
    const took = instantOf(answer.seq).getTime() - instantOf(answer.seq - 1).getTime();
    return {
      seq: answer.seq,
      heard: answer.lines.map((line) => saidLine(scenario, line)),
      said: saidText(answer),
      notSaid: ended
        ? answer.offered.filter((choice) => choice !== answer.choice).map(({ text }) => text)
        : [],
      consequence: answer.consequence.map((line) => saidLine(scenario, line)),
      ...(explained ? marksOf(answer, scenario, vocabulary) : { shown: [], missed: [] }),
      feedback: explained ? answer.feedback.map(({ text }) => text) : [],
      at: instantOf(answer.seq).toISOString(),
      seconds: Math.max(0, Math.round(took / 1000)),
    };
  });
  return {
    attemptId: stored.id,
    slug: stored.scenarioSlug,
    title: scenario.title,
    setting: scenario.setting,
    mode: stored.mode,
    time: timeOf(attempt),
    timeZone: stored.timeZone,
    startedAt: stored.startedAt.toISOString(),
    endedAt: stored.endedAt?.toISOString() ?? null,
    moments,
    lines: presentMoment(scenario, state).lines,
    result: viewOf(attempt, vocabulary).result,
  };
}
