/** An attempt as it stands: its stored log, replayed on the very revision that it began with. */
import { fail, ok, type Result } from "~/core/result";
import { replay, type AttemptEvent, type AttemptState } from "~/core/scenario/attempt";
import { readAttemptEvent } from "~/core/scenario/attempt-event.schema";
import { holdsRewind } from "~/core/scenario/rewinding";
import type { Scenario } from "~/core/scenario/definition";
import { scenarioOfRevision } from "~/server/content/catalogue.server";
import type { Database } from "~/server/db.server";
import {
  readAttempt,
  type StoredAttempt,
  type StoredEvent,
} from "~/server/learning/attempt-log.server";
import { log } from "~/server/log.server";
import { readableJson } from "~/server/readable-json.server";

export interface LiveAttempt {
  readonly kind: "live";
  readonly stored: StoredAttempt;
  readonly scenario: Scenario;
  readonly state: AttemptState;
}

/** The log does not replay: edited by hand, or damaged. It is kept as it is, and not played on. */
export interface BrokenAttempt {
  readonly kind: "broken";
  readonly stored: StoredAttempt;
  /** For the operator's log. */
  readonly reason: string;
}

/** The events, or which of them is none or out of its place. */
export function readEvents(stored: readonly StoredEvent[]): readonly AttemptEvent[] | string {
  const events: AttemptEvent[] = [];
  for (const [index, { seq, payload, at }] of stored.entries()) {
    if (seq !== index) return `event ${String(index)} is missing`;
    if (Number.isNaN(at.getTime())) return `when event ${String(index)} was cannot be read`;
    const event = readAttemptEvent(readableJson(payload));
    if (event === null) return `event ${String(index)} cannot be read`;
    events.push(event);
  }
  return events;
}

type Replayed = Pick<LiveAttempt, "scenario" | "state">;

/** What a log comes to on its scenario, or why it comes to nothing. */
export function replayOn(
  scenario: Scenario | null,
  { damage, mode, events: stored }: Pick<StoredAttempt, "damage" | "mode" | "events">,
): Result<Replayed, string> {
  if (damage !== null) return fail(damage);
  const events = readEvents(stored);
  if (typeof events === "string") return fail(events);
  if (mode === "official" && holdsRewind(events)) return fail("an official run holds a rewind");
  if (scenario === null) return fail("its revision is gone, or is no role-play's");
  try {
    const state = replay(scenario, events);
    if (state.ok) return ok({ scenario, state: state.value });
    const { seq, refusal } = state.problem;
    return fail(`event ${String(seq)} does not follow (${refusal.kind})`);
  } catch (error) {
    // A definition that was edited may be of any shape.
    return fail(`its revision cannot be played (${error instanceof Error ? error.message : "?"})`);
  }
}

async function replayed(stored: StoredAttempt): Promise<LiveAttempt | BrokenAttempt> {
  const found = replayOn(await scenarioOfRevision(stored.revision), stored);
  if (found.ok) return { kind: "live", stored, ...found.value };
  const reason = found.problem;
  log().error({ attempt: stored.id, reason }, "an attempt's log does not replay");
  return { kind: "broken", stored, reason };
}

/** The person's own attempt; null where it is somebody else's or does not exist: they look alike. */
export async function findAttempt(
  database: Database,
  { attemptId, personId }: { readonly attemptId: string; readonly personId: string },
): Promise<LiveAttempt | BrokenAttempt | null> {
  const stored = await readAttempt(database, attemptId);
  return stored?.personId === personId ? replayed(stored) : null;
}
