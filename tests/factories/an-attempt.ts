import type { Database, Transaction } from "~/server/db.server";

interface NewAttempt {
  readonly personId: string;
  readonly scenarioSlug?: string;
  readonly title?: string;
  readonly mode?: "practice" | "official";
  readonly outcome?: "passed" | "failed" | null;
  readonly startedAt?: Date;
  /** A new start goes on with it. */
  readonly open?: boolean;
}

/** An attempt's row, with the revision that it was played on; without its events. */
export async function anAttempt(database: Database | Transaction, given: NewAttempt) {
  const scenarioSlug = given.scenarioSlug ?? "parcel";
  const hash = `revision-of-${scenarioSlug}`;
  await database.revision.upsert({
    where: { hash },
    update: {},
    create: {
      hash,
      kind: "scenario",
      slug: scenarioSlug,
      title: given.title ?? "The parcel",
      languageVersion: 1,
      source: "",
      definition: "{}",
      assets: "{}",
    },
  });
  const startedAt = given.startedAt ?? new Date("2026-11-20T10:00:00Z");
  const outcome = given.outcome ?? null;
  return database.attempt.create({
    data: {
      personId: given.personId,
      scenarioSlug,
      revisionHash: hash,
      mode: given.mode ?? "official",
      timeZone: "Europe/Lisbon",
      startedAt,
      openAs: given.open === true ? `${given.personId}:${scenarioSlug}` : null,
      outcome,
      endedAt: outcome === null ? null : new Date(startedAt.getTime() + 300_000),
      ending: outcome === null ? null : outcome === "passed" ? "thanks" : "leaves",
    },
  });
}

/** Its log, as somebody would have written it; the first event is the start. */
export async function someEvents(
  database: Database,
  attemptId: string,
  events: readonly unknown[],
): Promise<void> {
  await database.attemptEvent.createMany({
    data: events.map((event, seq) => ({
      attemptId,
      seq,
      key: `k${String(seq)}`,
      payload: JSON.stringify(event),
    })),
  });
}
