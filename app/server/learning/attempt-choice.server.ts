/** Recording a choice, a typed reply, a silence or a way back: the rules of "Addresses" in the contracts, in their order. */
import { createHash } from "node:crypto";
import { countInWords } from "~/core/prose/in-words";
import { unreachable } from "~/core/result";
import {
  decide,
  hasEnded,
  type AttemptCommand,
  type AttemptState,
  type Decision,
  type Refusal,
} from "~/core/scenario/attempt";
import { presentMoment } from "~/core/scenario/moment";
import { scoreOf } from "~/core/scenario/scoring";
import type { Database } from "~/server/db.server";
import { Prisma } from "~/server/generated/prisma/client";
import type { AnswerForm, Given } from "~/server/learning/attempt-form.server";
import { appendTogether } from "~/server/learning/append-together.server";
import {
  insertEvent,
  isTaken,
  type NewEvent,
  type StoredEvent,
} from "~/server/learning/attempt-log.server";
import { appendReopening } from "~/server/learning/attempt-reopen.server";
import {
  findAttempt,
  readEvents,
  type BrokenAttempt,
  type LiveAttempt,
} from "~/server/learning/attempt-state.server";
import { recordScenarioCompletion, type Learner } from "~/server/learning/completions.server";

/** Why a choice was not recorded, in a sentence for the learner; the present moment stands. */
export interface RefusedChoice {
  readonly kind: "refused";
  readonly sentence: string;
  readonly attempt: LiveAttempt;
}

export type ChoiceOutcome =
  /** It is on record, now or since an earlier delivery of the same form. */
  | { readonly kind: "recorded" }
  | RefusedChoice
  | BrokenAttempt
  /** Somebody else's, or nobody's: they look alike. */
  | { readonly kind: "not-found" };

export interface Submission extends AnswerForm {
  readonly attemptId: string;
  readonly person: Learner;
}

const sentences = {
  otherChoice:
    "This form was sent before with another answer, and that one counts. Here is where you are now.",
  elsewhere:
    "This moment was answered already, in another window or on another device. Nothing was recorded twice; here is where you are now.",
  notYet: "That answer belongs to a moment that has not come yet. Here is where you are now.",
  ended: "This conversation had ended already. Nothing was recorded twice; here is how it went.",
  notOnOffer: "That answer is not one of those on offer here. Choose one of these.",
  onlyPractice:
    "An official run goes on from where it is: only practice can go back to a moment. Here is where you are now.",
  noSuchMoment:
    "That moment is not one of those that you answered. Nothing was recorded; here is where you are now.",
  wentOn:
    "The conversation went on in another window or on another device, so nothing was taken back. Here is where you are now.",
  notTimed: "This moment waits for you: nothing has to be said in time. Choose one of these.",
} as const;

function sentenceFor(refusal: Refusal): string {
  if (refusal.kind === "not-timed") return sentences.notTimed;
  if (refusal.kind !== "too-soon") return sentences.notOnOffer;
  const seconds = countInWords(Math.ceil(refusal.secondsLeft), "second");
  return `The moment has not passed yet: you have ${seconds} more to answer.`;
}

/** What stands for a choice in the page: it says nothing of where the choice leads. */
export function choiceValue(attemptId: string, scene: string, choice: string): string {
  return createHash("sha256").update(`${attemptId}:${scene}:${choice}`).digest("hex").slice(0, 12);
}

/** Is this what the event of the same key recorded? Words that were erased cannot be compared. */
function isSame(attemptId: string, stored: StoredEvent, given: Given): boolean {
  const events = readEvents([{ ...stored, seq: 0 }]);
  const event = typeof events === "string" ? undefined : events[0];
  switch (event?.type) {
    case "choice.made":
      return (
        given.kind === "choice" && choiceValue(attemptId, event.scene, event.choice) === given.value
      );
    case "reply.typed":
      return given.kind === "reply" && (event.words === null || event.words === given.words);
    case "attempt.rewound":
      return given.kind === "rewind" && event.to === given.to;
    case "time.ranOut":
      return given.kind === "silence";
    case "attempt.started":
    case undefined:
      return false;
    default:
      return unreachable(event);
  }
}

/** Seconds since the present moment arrived, by our own clock: the page's word is not asked. */
export function elapsedSeconds({ stored, state }: LiveAttempt, now: Date): number {
  const arrived = stored.events[state.arrivedSeq]?.at ?? stored.startedAt;
  return (now.getTime() - arrived.getTime()) / 1000;
}

/** The command that the form means at the present moment; null where nothing like it is on offer. */
function commandFor(attempt: LiveAttempt, given: Given): AttemptCommand | null {
  if (given.kind === "rewind") return { type: "rewind", to: given.to };
  const { stored, scenario, state } = attempt;
  const { scene, choices, reply } = presentMoment(scenario, state);
  if (scene === null) return null;
  if (given.kind === "silence") {
    return { type: "silence", scene, elapsedSeconds: elapsedSeconds(attempt, new Date()) };
  }
  if (given.kind === "reply") {
    return reply === null ? null : { type: "reply", scene, words: given.words };
  }
  const chosen = choices.find(
    ({ choice }) => choiceValue(stored.id, scene, choice) === given.value,
  );
  return chosen === undefined ? null : { type: "choose", scene, choice: chosen.choice };
}

function staleSentence(attempt: LiveAttempt, { seq, given }: AnswerForm): string {
  if (seq > attempt.state.seq) return sentences.notYet;
  if (given.kind === "rewind") return sentences.wentOn;
  return hasEnded(attempt.state) ? sentences.ended : sentences.elsewhere;
}

/** What the form comes to on this log: known already, refused, or an event to append. */
function judge(
  attempt: LiveAttempt,
  form: AnswerForm,
): { readonly append: Decision } | ChoiceOutcome {
  const { key, seq, given } = form;
  const { id, events, mode } = attempt.stored;
  const refused = (sentence: string): RefusedChoice => ({ kind: "refused", sentence, attempt });
  const sent = events.find((event) => event.key === key);
  if (sent !== undefined) {
    return isSame(id, sent, given) ? { kind: "recorded" } : refused(sentences.otherChoice);
  }
  const back = given.kind === "rewind";
  if (back && mode === "official") return refused(sentences.onlyPractice);
  if (seq !== attempt.state.seq) return refused(staleSentence(attempt, form));
  if (!back && hasEnded(attempt.state)) return refused(sentences.ended);
  const command = commandFor(attempt, given);
  if (command === null) return refused(sentences.notOnOffer);
  const decided = decide(attempt.scenario, attempt.state, command);
  if (decided.ok) return { append: decided.value };
  return refused(back ? sentences.noSuchMoment : sentenceFor(decided.problem));
}

/** What lists read of a run that has ended. */
function endingOf(state: AttemptState, { attemptId, at }: NewEvent, passed: boolean): Prisma.Sql {
  const { place } = state.play;
  const ending = place.kind === "ending" ? place.ending : null;
  return Prisma.sql`
    UPDATE "Attempt" SET "endedAt" = ${at}, "ending" = ${ending},
      "outcome" = ${passed ? "passed" : "failed"}, "openAs" = NULL
    WHERE "id" = ${attemptId}`;
}

/** The last event of an official run that passed, with its completion: all of it or nothing. */
async function appendCompleting(
  database: Database,
  { stored }: LiveAttempt,
  event: NewEvent,
  { person, ending }: { readonly person: Learner; readonly ending: Prisma.Sql },
): Promise<void> {
  const { id: attemptId, scenarioSlug, revision } = stored;
  await database.$transaction(async (transaction) => {
    // The write comes first: it takes the lock, so that nothing read after it is stale.
    await insertEvent(transaction, event);
    await transaction.$executeRaw(ending);
    const completed = { person, scenarioSlug, revision, attemptId, at: event.at };
    await recordScenarioCompletion(transaction, completed);
  });
}

async function append(
  database: Database,
  attempt: LiveAttempt,
  { event, state }: Decision,
  { key, person }: Submission,
): Promise<void> {
  const { stored, scenario } = attempt;
  const one = { attemptId: stored.id, seq: state.seq - 1, key, event, at: new Date() };
  if (!hasEnded(state)) {
    if (stored.endedAt !== null) return appendReopening(database, stored, one);
    return appendTogether(database, one);
  }
  const { passed } = scoreOf(scenario, state);
  const ending = endingOf(state, one, passed);
  if (stored.mode !== "official" || !passed) return appendTogether(database, one, [ending]);
  return appendCompleting(database, attempt, one, { person, ending });
}

/** Records a choice once, however often and from wherever its form arrives. */
export async function recordChoice(
  database: Database,
  submission: Submission,
  triesLeft = 3,
): Promise<ChoiceOutcome> {
  const { attemptId, person } = submission;
  const attempt = await findAttempt(database, { attemptId, personId: person.id });
  if (attempt === null) return { kind: "not-found" };
  if (attempt.kind === "broken") return attempt;
  const judged = judge(attempt, submission);
  if (!("append" in judged)) return judged;
  try {
    await append(database, attempt, judged.append, submission);
    return { kind: "recorded" };
  } catch (error) {
    if (!isTaken(error) || triesLeft === 0) throw error;
    // Another request was quicker: on the log as it is now, this one is known or stale.
    return recordChoice(database, submission, triesLeft - 1);
  }
}
