/**
 * An attempt is a log of events; everything else about it is computed from the log and the
 * revision that it began with. Nothing here knows time, ids or storage.
 */
import { fail, ok, type Result } from "~/core/result";
import type { Choice, Feedback, Line, Scenario } from "./definition";
import { choiceNamed, endingNamed } from "./lookup";
import { begin, choicesOnOffer, choose, presentScene, type PlayState } from "./play";
import { guardHolds, type Values } from "./values";

export type AttemptEvent =
  | { readonly type: "attempt.started" }
  | { readonly type: "choice.made"; readonly scene: string; readonly choice: string };

/** A moment that was answered, with all that was to be seen of it. */
export interface Answer {
  /** Sequence number of its event in the log. */
  readonly seq: number;
  readonly scene: string;
  /** How much the moment counts in the score. */
  readonly weight: number;
  /** The lines of the scene as they were shown. */
  readonly lines: readonly Line[];
  /** Every choice on offer, in the order written; the one taken is among them. */
  readonly offered: readonly Choice[];
  readonly choice: Choice;
  readonly consequence: readonly Line[];
  readonly feedback: readonly Feedback[];
}

export interface AttemptState {
  /** Number of events in the log, and so the sequence number of the next. */
  readonly seq: number;
  readonly play: PlayState;
  readonly answers: readonly Answer[];
}

export type AttemptCommand =
  | { readonly type: "start" }
  | { readonly type: "choose"; readonly scene: string; readonly choice: string };

/** Why a command was refused; the present moment stands. */
export type Refusal =
  | { readonly kind: "already-started" }
  | { readonly kind: "not-started" }
  | { readonly kind: "already-ended" }
  | { readonly kind: "not-here"; readonly scene: string }
  | { readonly kind: "not-on-offer"; readonly choice: string };

/** Why a log does not replay: it was edited, or belongs to another revision. */
export interface ReplayProblem {
  /** Index of the first event that does not follow from those before it. */
  readonly seq: number;
  readonly refusal: Refusal;
}

const notStarted = (): Refusal => ({ kind: "not-started" });

function shown<Part extends Line | Feedback>(parts: readonly Part[], values: Values) {
  return parts.filter((part) => guardHolds(part.when, values));
}

/** The lines to be seen on arrival in the present scene or ending. */
export function presentLines(scenario: Scenario, play: PlayState): readonly Line[] {
  const place =
    play.place.kind === "ending"
      ? endingNamed(scenario, play.place.ending)
      : presentScene(scenario, play);
  return place ? shown(place.lines, play.values) : [];
}

function afterChoice(
  scenario: Scenario,
  state: AttemptState,
  sceneId: string,
  choiceId: string,
): Result<AttemptState, Refusal> {
  const scene = presentScene(scenario, state.play);
  if (!scene) return fail({ kind: "already-ended" });
  if (scene.id !== sceneId) return fail({ kind: "not-here", scene: sceneId });
  const choice = choiceNamed(scene, choiceId);
  const play = choose(scenario, state.play, choiceId);
  if (!choice || !play) return fail({ kind: "not-on-offer", choice: choiceId });
  const answer: Answer = {
    seq: state.seq,
    scene: scene.id,
    weight: scene.weight,
    lines: presentLines(scenario, state.play),
    offered: choicesOnOffer(scenario, state.play),
    choice,
    consequence: shown(choice.consequence, play.values),
    feedback: shown(choice.feedback, play.values),
  };
  return ok({ seq: state.seq + 1, play, answers: [...state.answers, answer] });
}

/** The state after one more event; a refusal where it does not follow. `null` is an empty log. */
export function follow(
  scenario: Scenario,
  state: AttemptState | null,
  event: AttemptEvent,
): Result<AttemptState, Refusal> {
  if (event.type === "attempt.started") {
    if (state) return fail({ kind: "already-started" });
    return ok({ seq: 1, play: begin(scenario), answers: [] });
  }
  return state ? afterChoice(scenario, state, event.scene, event.choice) : fail(notStarted());
}

/** Rebuilds an attempt from its log. */
export function replay(
  scenario: Scenario,
  events: readonly AttemptEvent[],
): Result<AttemptState, ReplayProblem> {
  let state: AttemptState | null = null;
  for (const [seq, event] of events.entries()) {
    const followed: Result<AttemptState, Refusal> = follow(scenario, state, event);
    if (!followed.ok) return fail({ seq, refusal: followed.problem });
    state = followed.value;
  }
  return state ? ok(state) : fail({ seq: 0, refusal: notStarted() });
}

export interface Decision {
  readonly event: AttemptEvent;
  /** The attempt once the event is recorded. */
  readonly state: AttemptState;
}

/** What recording a command would append, or why it is refused. Writing it down is the caller's. */
export function decide(
  scenario: Scenario,
  state: AttemptState | null,
  command: AttemptCommand,
): Result<Decision, Refusal> {
  const event: AttemptEvent =
    command.type === "start"
      ? { type: "attempt.started" }
      : { type: "choice.made", scene: command.scene, choice: command.choice };
  const followed = follow(scenario, state, event);
  return followed.ok ? ok({ event, state: followed.value }) : followed;
}

export function hasEnded(state: AttemptState): boolean {
  return state.play.place.kind === "ending";
}
