/**
 * The present moment of an attempt as data for a page: what was said so far, what is said now, and
 * what may be answered. It holds no text, mark or weight of a moment that was not reached.
 */
import type { Prose } from "~/core/prose/prose";
import { presentLines } from "./answer";
import type { AttemptState } from "./attempt";
import type { CastMember, Line, Mood, Outcome, Scenario } from "./definition";
import { feltAt, tonightAt } from "./ending-words";
import { endingNamed, lookupOf } from "./lookup";
import { choicesOnOffer, presentScene, type PlayState } from "./play";
import { filledIn, wordsDrawn } from "./script";
import { clockOf, type Clock } from "./timing";
import type { Values } from "./values";

/** Somebody who speaks; `dress` is what their drawing wears beside the others of the cast. */
export interface Speaker extends Pick<CastMember, "id" | "name" | "role"> {
  readonly dress?: number | undefined;
}

/** Something said or seen. `speaker: null` is the narrator. */
export interface Said {
  readonly kind: "said";
  readonly speaker: Speaker | null;
  readonly mood: Mood | null;
  readonly text: Prose;
}

/** What the learner answered. */
export interface Answered {
  readonly kind: "answered";
  /** Sequence number of its event. */
  readonly seq: number;
  readonly text: Prose;
  /** What the learner typed, in place of `text`; null for a choice, and once it was erased. */
  readonly words?: string | null;
}

export type Turn = Said | Answered;

/** A choice on offer. The name is for the server, which sends an opaque value in its place. */
interface OfferedChoice {
  readonly choice: string;
  readonly text: Prose;
}

export interface EndingReached {
  readonly id: string;
  readonly title: string;
  readonly outcome: Outcome;
  readonly felt: Prose;
  readonly tonight: Prose;
}

export interface Moment {
  /** Number of events in the log: a form sends it back. */
  readonly seq: number;
  /** The scene being played, for the server; null at an ending. */
  readonly scene: string | null;
  /** The conversation before the present moment, without the last answer's consequence. */
  readonly before: readonly Turn[];
  /** What the last answer brought about at once; shown at the top of this moment. */
  readonly consequence: readonly Said[];
  /** The lines of the present scene or ending. */
  readonly lines: readonly Said[];
  /** In the order written; empty at an ending. */
  readonly choices: readonly OfferedChoice[];
  /** The moment takes a typed reply, in a field under this prompt. */
  readonly reply: { readonly prompt: string } | null;
  /** Null where the moment waits for ever. */
  readonly clock: Clock | null;
  /** The event since which the clock counts. */
  readonly arrivedSeq: number;
  readonly ending: EndingReached | null;
}

/** What somebody is called with these values: a name may be drawn. */
export function nameOf({ name, named }: CastMember, values: Values): string {
  return named ? wordsDrawn(named, values) || name : name;
}

/** A line with who says it; `values` are those that it is said with. */
export function saidLine(scenario: Scenario, line: Line<Prose>, values: Values): Said {
  const { cast, dresses } = lookupOf(scenario);
  const member = line.speaker === null ? undefined : cast.get(line.speaker);
  return {
    kind: "said",
    speaker: member
      ? {
          id: member.id,
          name: nameOf(member, values),
          role: member.role,
          dress: dresses.get(member.id),
        }
      : null,
    mood: line.mood,
    text: line.text,
  };
}

function conversation(scenario: Scenario, state: AttemptState): readonly Turn[] {
  return state.answers.flatMap((answer, index): readonly Turn[] => {
    const isLast = index === state.answers.length - 1;
    const said = (lines: readonly Line<Prose>[], { values }: PlayState) =>
      lines.map((line) => saidLine(scenario, line, values));
    return [
      ...said(answer.lines, answer.before),
      { kind: "answered", seq: answer.seq, text: answer.choice.text, words: answer.words },
      ...(isLast ? [] : said(answer.consequence, answer.after)),
    ];
  });
}

function endingReached(scenario: Scenario, state: AttemptState): EndingReached | null {
  if (state.play.place.kind !== "ending") return null;
  const { place, values } = state.play;
  const ending = endingNamed(scenario, place.ending);
  const { id, title, outcome } = ending;
  return {
    id,
    title,
    outcome,
    felt: feltAt(ending, values),
    tonight: tonightAt(ending, values),
  };
}

export function presentMoment(scenario: Scenario, state: AttemptState): Moment {
  const reply = presentScene(scenario, state.play)?.reply;
  const { values } = state.play;
  const said = (lines: readonly Line<Prose>[]) =>
    lines.map((line) => saidLine(scenario, line, values));
  return {
    seq: state.seq,
    scene: state.play.place.kind === "scene" ? state.play.place.scene : null,
    before: conversation(scenario, state),
    consequence: said(state.answers.at(-1)?.consequence ?? []),
    lines: said(presentLines(scenario, state.play)),
    choices: choicesOnOffer(scenario, state.play).map((choice) => ({
      choice: choice.id,
      text: filledIn(choice.text, values),
    })),
    reply: reply ? { prompt: reply.prompt } : null,
    clock: clockOf(scenario, state.play, state.time),
    arrivedSeq: state.arrivedSeq,
    ending: endingReached(scenario, state),
  };
}

/** Everything said so far, in order. */
export function spokenIn({
  before,
  consequence,
  lines,
}: Pick<Moment, "before" | "consequence" | "lines">): readonly Turn[] {
  return [...before, ...consequence, ...lines];
}
