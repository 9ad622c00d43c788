/**
 * An attempt is a log of events; everything else about it is computed from the log and the
 * revision that it began with. Nothing here knows time, ids or storage.
 */
import { fail, ok, unreachable, type Result } from "~/core/result";
import { answerOf, type AnswerKind } from "./answer";
import type {
  AttemptCommand,
  AttemptEvent,
  Refusal,
  ReplayProblem,
  TimeSetting,
} from "./attempt-event";
import type { AttemptState } from "./attempt-state";
import type { Choice, Scenario, Scene } from "./definition";
import { begin, choicesOnOffer, presentScene, rowsOpen, take } from "./play";
import { matchReply } from "./reply-matching";
import { rewound } from "./rewinding";
import { clockOf, isTooSoon, secondsLeft } from "./timing";
import { domainOf, type Values } from "./values";

export type { Answer, AnswerKind } from "./answer";
export type { AttemptState } from "./attempt-state";
export type { AttemptCommand, AttemptEvent, Refusal, ReplayProblem, TimeSetting };

function started(
  scenario: Scenario,
  event: Extract<AttemptEvent, { type: "attempt.started" }>,
): Result<AttemptState, Refusal> {
  const draws: Values = event.draws ?? {};
  const drawn = scenario.variables.filter((variable) => variable.drawn === true);
  for (const [name, value] of Object.entries(draws)) {
    const variable = drawn.find((candidate) => candidate.name === name);
    if (!variable || !domainOf(variable).includes(value)) {
      return fail({ kind: "bad-draw", variable: name });
    }
  }
  const play = begin(scenario, draws);
  return ok({
    seq: 1,
    play,
    answers: [],
    abandoned: [],
    time: event.time ?? "none",
    arrivedSeq: 0,
  });
}

function answered(
  scenario: Scenario,
  state: AttemptState,
  scene: Scene,
  taken: { readonly kind: AnswerKind; readonly choice: Choice; readonly words: string | null },
): AttemptState {
  const { seq } = state;
  const after = take(scenario, state.play, taken.choice);
  const isBackOrAway = after.caller !== null || after.called.length > 0;
  const follows = state.answers.at(-1)?.seq ?? null;
  const answer = answerOf(scenario, { ...taken, seq, scene, follows, before: state.play, after });
  return {
    ...state,
    seq: seq + 1,
    play: after,
    answers: [...state.answers, answer],
    arrivedSeq: isBackOrAway ? state.arrivedSeq : seq,
  };
}

function continued(
  scenario: Scenario,
  state: AttemptState,
  event: Exclude<AttemptEvent, { type: "attempt.started" | "attempt.rewound" }>,
): Result<AttemptState, Refusal> {
  const scene = presentScene(scenario, state.play);
  if (!scene) return fail({ kind: "already-ended" });
  if (scene.id !== event.scene) return fail({ kind: "not-here", scene: event.scene });
  switch (event.type) {
    case "choice.made": {
      const choice = choicesOnOffer(scenario, state.play).find(({ id }) => id === event.choice);
      if (!choice) return fail({ kind: "not-on-offer", choice: event.choice });
      return ok(answered(scenario, state, scene, { kind: "choice", choice, words: null }));
    }
    case "reply.typed": {
      const row = rowsOpen(scenario, state.play).find(({ id }) => id === event.row);
      if (!row) return fail({ kind: "not-on-offer", choice: event.row });
      const { words } = event;
      return ok(answered(scenario, state, scene, { kind: "reply", choice: row, words }));
    }
    case "time.ranOut": {
      if (!scene.timed) return fail({ kind: "not-timed" });
      const choice = scene.timed.silence;
      return ok(answered(scenario, state, scene, { kind: "silence", choice, words: null }));
    }
    default:
      return unreachable(event);
  }
}

/** The state after one more event; a refusal where it does not follow. `null` is an empty log. */
export function follow(
  scenario: Scenario,
  state: AttemptState | null,
  event: AttemptEvent,
): Result<AttemptState, Refusal> {
  if (event.type === "attempt.started") {
    return state ? fail({ kind: "already-started" }) : started(scenario, event);
  }
  if (!state) return fail({ kind: "not-started" });
  return event.type === "attempt.rewound"
    ? rewound(state, event.to)
    : continued(scenario, state, event);
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
  return state ? ok(state) : fail({ seq: 0, refusal: { kind: "not-started" } });
}

export interface Decision {
  readonly event: AttemptEvent;
  /** The attempt once the event is recorded. */
  readonly state: AttemptState;
}

function eventFor(
  scenario: Scenario,
  state: AttemptState | null,
  command: AttemptCommand,
): Result<AttemptEvent, Refusal> {
  switch (command.type) {
    case "start":
      return ok({ type: "attempt.started", draws: command.draws, time: command.time });
    case "choose":
      return ok({ type: "choice.made", scene: command.scene, choice: command.choice });
    case "reply": {
      const { scene, words } = command;
      const reply = state && presentScene(scenario, state.play)?.reply;
      const open = state ? rowsOpen(scenario, state.play) : [];
      const match = reply ? matchReply(reply, words, (row) => open.includes(row)) : null;
      if (!match) return fail({ kind: "not-on-offer", choice: "reply" });
      return ok({ type: "reply.typed", scene, row: match.row.id, phrase: match.phrase, words });
    }
    case "silence": {
      const { scene, elapsedSeconds } = command;
      const clock = state && clockOf(scenario, state.play, state.time);
      if (clock?.canPass !== true) return fail({ kind: "not-timed" });
      if (isTooSoon(clock, elapsedSeconds)) {
        return fail({ kind: "too-soon", secondsLeft: secondsLeft(clock, elapsedSeconds) });
      }
      return ok({ type: "time.ranOut", scene });
    }
    case "rewind":
      return ok({ type: "attempt.rewound", to: command.to });
    default:
      return unreachable(command);
  }
}

/** What recording a command would append, or why it is refused. Writing it down is the caller's. */
export function decide(
  scenario: Scenario,
  state: AttemptState | null,
  command: AttemptCommand,
): Result<Decision, Refusal> {
  const event = eventFor(scenario, state, command);
  if (!event.ok) return event;
  const followed = follow(scenario, state, event.value);
  return followed.ok ? ok({ event: event.value, state: followed.value }) : followed;
}

/** Whether an ending was reached, so that nothing can be answered any more. */
export function hasEnded(state: AttemptState): boolean {
  return state.play.place.kind === "ending";
}
