/**
 * What the browser gets of an attempt: the present moment and what led to it, and nothing of a
 * moment that was not reached. Names of scenes and choices stay here; a choice is an opaque value.
 */
import { randomUUID } from "node:crypto";
import {
  behaviourName,
  behaviourNames,
  inVocabularyOrder,
  type Vocabulary,
} from "~/core/behaviour/behaviour";
import type { Prose } from "~/core/prose/prose";
import { hasEnded, type Answer, type TimeSetting } from "~/core/scenario/attempt";
import type { CastMember, Line, Scenario } from "~/core/scenario/definition";
import { mainPerson, type MainPerson } from "~/core/scenario/main-person";
import {
  presentMoment,
  saidLine,
  spokenIn,
  type EndingReached,
  type Moment,
  type Said,
  type Turn,
} from "~/core/scenario/moment";
import type { PlayState } from "~/core/scenario/play";
import type { QuotedMoment } from "~/core/scenario/replayed-run";
import { scoreOf, type Score } from "~/core/scenario/scoring";
import { hasTimedMoments, secondsLeft, type Clock } from "~/core/scenario/timing";
import { choiceValue, elapsedSeconds } from "~/server/learning/attempt-choice.server";
import type { Mode } from "~/server/learning/attempt-log.server";
import type { LiveAttempt } from "~/server/learning/attempt-state.server";

interface BehaviourResult {
  readonly tag: string;
  readonly name: string;
  /** Moments that showed it, of moments that offered it. */
  readonly shown: number;
  readonly offered: number;
  /** Moments that missed it and were put right later. */
  readonly repaired: number;
  /** A pass needs it at least once. */
  readonly required: boolean;
}

export interface ResultView {
  readonly passed: boolean;
  readonly ending: Pick<EndingReached, "title" | "felt" | "tonight">;
  /** Who felt it; null where nobody spoke. */
  readonly person: MainPerson | null;
  /** Behaviours that a pass needs and this run did not show. */
  readonly required: readonly string[];
  /** The ending was a good one; what is missing for a pass is in the answers. */
  readonly endedWell: boolean;
  /** How far the answers came and what a pass takes, as shares of all that counts; null where that is enough. */
  readonly short: { readonly reached: number; readonly needed: number } | null;
  readonly behaviours: readonly BehaviourResult[];
  readonly moments: readonly QuotedMoment[];
}

/** The clock of the present moment, with what was left of it when the page was made. */
interface ClockView extends Clock {
  readonly left: number;
}

export interface MomentView {
  readonly attemptId: string;
  readonly slug: string;
  readonly title: string;
  readonly setting: string;
  readonly role: string;
  readonly channel: Scenario["channel"];
  readonly cast: readonly Pick<CastMember, "id" | "name" | "role">[];
  readonly mode: Mode;
  readonly seq: number;
  /** Fresh for every rendering of the form. */
  readonly key: string;
  readonly before: readonly Turn[];
  readonly consequence: readonly Said[];
  /** On the last answer; in an official run feedback comes at the end. */
  readonly feedback: readonly Prose[];
  readonly lines: readonly Said[];
  readonly choices: readonly { readonly value: string; readonly text: Prose }[];
  /** The moment takes words of the learner's own. */
  readonly reply: { readonly prompt: string } | null;
  /** How its timed moments are treated; null where it has none. */
  readonly time: TimeSetting | null;
  /** Null where the present moment waits for ever. */
  readonly clock: ClockView | null;
  readonly result: ResultView | null;
  /** A moment answered before can be tried again; never in an official run. */
  readonly mayRewind: boolean;
  /** Others may see it, because the person shared it. */
  readonly shared: boolean;
}

/** Names of the behaviours that were asked for at an answered moment: taken, missed, or missed and put right later. */
export function marksOf(
  { seq, offered, choice, isDetour, weight }: Answer,
  scenario: Scenario,
  score: Score,
  vocabulary: Vocabulary,
): Pick<QuotedMoment, "shown" | "missed" | "repaired" | "weight"> {
  // On a detour nothing was asked yet: the moment is still to be answered.
  if (isDetour) return noMarks;
  const asked = scenario.behaviours.filter((tag) =>
    offered.some(({ shows }) => shows.includes(tag)),
  );
  const isRepaired = (tag: string) =>
    score.behaviours.some(
      ({ behaviour, moments }) =>
        behaviour === tag && moments.some((one) => one.seq === seq && one.repaired === true),
    );
  const missed = asked.filter((tag) => !choice.shows.includes(tag));
  const names = (tags: readonly string[]) => behaviourNames(vocabulary, tags);
  return {
    shown: names(asked.filter((tag) => choice.shows.includes(tag))),
    missed: names(missed.filter((tag) => !isRepaired(tag))),
    repaired: names(missed.filter(isRepaired)),
    ...(asked.length === 0 ? {} : { weight }),
  };
}

/** Of a moment that asked for nothing, or of which nothing is told yet. */
export const noMarks = { shown: [], missed: [], repaired: [] };

/** What the learner said: their own words, where they typed them. The row that they matched is no text of theirs. */
export function saidText({ choice, words }: Answer): Prose {
  return words === null ? choice.text : asProse(words);
}

function asProse(words: string): Prose {
  return words
    .split(/\n{2,}/)
    .map((text) => ({ kind: "paragraph", children: [{ kind: "text", text }] }));
}

/** The conversation with the learner's own words in it. */
function withWords(turns: readonly Turn[]): readonly Turn[] {
  return turns.map((turn) =>
    turn.kind === "answered" && turn.words != null
      ? { kind: turn.kind, seq: turn.seq, text: asProse(turn.words) }
      : turn,
  );
}

function shortOf({ mark }: Score): ResultView["short"] {
  return mark === null || mark.holds || mark.reached === null
    ? null
    : { reached: mark.reached, needed: mark.needed };
}

function resultOf(
  { scenario, state }: LiveAttempt,
  moment: Moment,
  ending: EndingReached,
  vocabulary: Vocabulary,
): ResultView {
  const score = scoreOf(scenario, state);
  const lines = (said: readonly Line<Prose>[], { values }: PlayState) =>
    said.map((line) => saidLine(scenario, line, values));
  return {
    passed: score.passed,
    ending: { title: ending.title, felt: ending.felt, tonight: ending.tonight },
    person: mainPerson(scenario.cast, spokenIn(moment)),
    required: behaviourNames(
      vocabulary,
      score.requires.filter(({ shown }) => !shown).map(({ behaviour }) => behaviour),
    ),
    endedWell: ending.outcome === "passed",
    short: shortOf(score),
    behaviours: inVocabularyOrder(vocabulary, score.behaviours, ({ behaviour }) => behaviour)
      .filter(({ moments }) => moments.length > 0)
      .map(({ behaviour, moments }) => ({
        tag: behaviour,
        name: behaviourName(vocabulary, behaviour),
        shown: moments.filter(({ shown }) => shown).length,
        offered: moments.length,
        repaired: moments.filter(({ shown, repaired }) => !shown && repaired === true).length,
        required: scenario.pass.requires.includes(behaviour),
      })),
    moments: state.answers.map((answer) => ({
      seq: answer.seq,
      heard: lines(answer.lines, answer.before),
      said: saidText(answer),
      consequence: lines(answer.consequence, answer.after),
      ...marksOf(answer, scenario, score, vocabulary),
      feedback: answer.feedback.map(({ text }) => text),
    })),
  };
}

export function timeOf({ scenario, state }: LiveAttempt): TimeSetting | null {
  return hasTimedMoments(scenario) ? state.time : null;
}

export function viewOf(attempt: LiveAttempt, vocabulary: Vocabulary, now = new Date()): MomentView {
  const { stored, scenario, state } = attempt;
  const moment = presentMoment(scenario, state);
  const feedback = stored.mode === "practice" ? (state.answers.at(-1)?.feedback ?? []) : [];
  return {
    attemptId: stored.id,
    slug: stored.scenarioSlug,
    title: scenario.title,
    setting: scenario.setting,
    role: scenario.role,
    channel: scenario.channel,
    // A cast member who has not come in yet would give the story away.
    cast: speakersSoFar(spokenIn(moment)),
    mode: stored.mode,
    seq: state.seq,
    key: randomUUID(),
    before: withWords(moment.before),
    consequence: moment.consequence,
    feedback: hasEnded(state) ? [] : feedback.map(({ text }) => text),
    lines: moment.lines,
    choices: moment.choices.map(({ choice, text }) => ({
      value: choiceValue(stored.id, moment.scene ?? "", choice),
      text,
    })),
    reply: moment.reply,
    time: timeOf(attempt),
    clock: moment.clock && {
      ...moment.clock,
      left: secondsLeft(moment.clock, elapsedSeconds(attempt, now)),
    },
    result: moment.ending === null ? null : resultOf(attempt, moment, moment.ending, vocabulary),
    mayRewind: stored.mode === "practice",
    shared: stored.shared,
  };
}

/** Who has spoken, once each, by the name that they last went by. */
function speakersSoFar(turns: readonly Turn[]): MomentView["cast"] {
  const speakers = turns.flatMap((turn) => (turn.kind === "said" ? (turn.speaker ?? []) : []));
  return [...new Map(speakers.map((speaker) => [speaker.id, speaker])).values()];
}
