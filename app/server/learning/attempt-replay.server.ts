/** An attempt as it was: what was said, chosen, felt and scored, moment by moment, with times. */
import { randomUUID } from "node:crypto";
import type { Vocabulary } from "~/core/behaviour/behaviour";
import type { Prose } from "~/core/prose/prose";
import { presentLines, type Answer } from "~/core/scenario/answer";
import { hasEnded } from "~/core/scenario/attempt";
import type { Line } from "~/core/scenario/definition";
import { feltAt, tonightAt } from "~/core/scenario/ending-words";
import { endingNamed } from "~/core/scenario/lookup";
import { mainPerson } from "~/core/scenario/main-person";
import { presentMoment, saidLine, type Said } from "~/core/scenario/moment";
import type { PlayState } from "~/core/scenario/play";
import type { ReplayedEnding, ReplayedMoment, ReplayedRun } from "~/core/scenario/replayed-run";
import { branchTo, everyAnswer } from "~/core/scenario/rewinding";
import { scoreOf } from "~/core/scenario/scoring";
import type { LiveAttempt } from "~/server/learning/attempt-state.server";
import {
  marksOf,
  noMarks,
  saidText,
  timeOf,
  viewOf,
  type ResultView,
} from "~/server/learning/attempt-view.server";

export interface ReplayView extends ReplayedRun {
  readonly slug: string;
  readonly setting: string;
  readonly moments: readonly ReplayedMoment[];
  /** The lines of the ending; of the present moment while it goes on. */
  readonly lines: readonly Said[];
  readonly result: Pick<ResultView, "passed" | "behaviours"> | null;
}

/** All that was heard on the way to what an answer led to. */
function heardUpTo({ scenario, state }: LiveAttempt, answer: Answer): readonly Said[] {
  return branchTo(state, answer).flatMap(({ lines, before, consequence, after }) => [
    ...lines.map((line) => saidLine(scenario, line, before.values)),
    ...consequence.map((line) => saidLine(scenario, line, after.values)),
  ]);
}

function endingOf(attempt: LiveAttempt, answer: Answer): ReplayedEnding | null {
  const { scenario } = attempt;
  const { after } = answer;
  if (after.place.kind !== "ending") return null;
  const ending = endingNamed(scenario, after.place.ending);
  const lines = presentLines(scenario, after).map((line) => saidLine(scenario, line, after.values));
  return {
    title: ending.title,
    felt: feltAt(ending, after.values),
    tonight: tonightAt(ending, after.values),
    lines,
    person: mainPerson(scenario.cast, [...heardUpTo(attempt, answer), ...lines]),
  };
}

function momentsOf(attempt: LiveAttempt, vocabulary: Vocabulary): readonly ReplayedMoment[] {
  const { stored, scenario, state } = attempt;
  const ended = hasEnded(state);
  const explained = ended || stored.mode === "practice";
  const answers = everyAnswer(state);
  const instantOf = (seq: number) => stored.events[seq]?.at ?? stored.startedAt;
  const lines = (some: readonly Line<Prose>[], { values }: PlayState) =>
    some.map((line) => saidLine(scenario, line, values));
  const score = scoreOf(scenario, state);
  return answers.map((answer, index): ReplayedMoment => {
    const took = instantOf(answer.seq).getTime() - instantOf(answer.seq - 1).getTime();
    const before = answers.find(({ seq }) => seq === answer.follows);
    // Going back makes the very state before an earlier answer stand again.
    const earlier = answers.slice(0, index).findLastIndex((one) => one.before === answer.before);
    return {
      number: index + 1,
      seq: answer.seq,
      kind: answer.kind,
      led: before ? lines(before.consequence, before.after) : [],
      heard: lines(answer.lines, answer.before),
      said: saidText(answer),
      typed: answer.words !== null,
      notSaid: ended
        ? answer.offered.filter((choice) => choice !== answer.choice).map(({ text }) => text)
        : [],
      consequence: lines(answer.consequence, answer.after),
      ...(explained ? marksOf(answer, scenario, score, vocabulary) : noMarks),
      feedback: explained ? answer.feedback.map(({ text }) => text) : [],
      at: instantOf(answer.seq).toISOString(),
      seconds: Math.max(0, Math.round(took / 1000)),
      left: state.abandoned.includes(answer),
      again: earlier < 0 ? null : earlier + 1,
      ending: endingOf(attempt, answer),
    };
  });
}

/** In place of what the learner typed, where they keep that to themselves. */
const keptWords: Prose = [
  {
    kind: "paragraph",
    children: [
      {
        kind: "emphasis",
        children: [{ kind: "text", text: "Said in words of their own, which are not shared." }],
      },
    ],
  },
];

/** The same without what the learner typed: the words are theirs, and shared apart. */
export function withoutWords(replay: ReplayView): ReplayView {
  const moments = replay.moments.map((moment) =>
    moment.typed ? { ...moment, said: keptWords } : moment,
  );
  return { ...replay, moments };
}

export function replayOf(attempt: LiveAttempt, vocabulary: Vocabulary): ReplayView {
  const { stored, scenario, state } = attempt;
  const { result } = viewOf(attempt, vocabulary);
  return {
    attemptId: stored.id,
    slug: stored.scenarioSlug,
    title: scenario.title,
    setting: scenario.setting,
    mode: stored.mode,
    shared: stored.shared,
    time: timeOf(attempt),
    timeZone: stored.timeZone,
    startedAt: stored.startedAt.toISOString(),
    endedAt: stored.endedAt?.toISOString() ?? null,
    moments: momentsOf(attempt, vocabulary),
    lines: presentMoment(scenario, state).lines,
    result: result && { passed: result.passed, behaviours: result.behaviours },
    rewind: stored.mode === "practice" ? { seq: state.seq, key: randomUUID() } : null,
  };
}
