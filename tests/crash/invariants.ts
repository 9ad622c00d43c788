/** What must hold of the database after a kill, given what the learners were told. */
import { hasEnded, replay } from "~/core/scenario/attempt";
import type { Scenario } from "~/core/scenario/definition";
import { scoreOf } from "~/core/scenario/scoring";
import type { Database } from "~/server/db.server";
import { choiceValue } from "~/server/learning/attempt-choice.server";
import { readEvents } from "~/server/learning/attempt-state.server";
import type { Told } from "tests/crash/learner";

async function readAll(database: Database) {
  const attempts = await database.attempt.findMany({
    include: { events: { orderBy: { seq: "asc" } }, revision: { select: { definition: true } } },
  });
  const completions = await database.completion.findMany({ where: { kind: "scenario" } });
  return { attempts, completions };
}

type Everything = Awaited<ReturnType<typeof readAll>>;
type StoredAttempt = Everything["attempts"][number];

function eventsAgainstTold(attempts: readonly StoredAttempt[], told: Told): string[] {
  const problems: string[] = [];
  const byId = new Map(attempts.map((attempt) => [attempt.id, attempt]));
  for (const form of told.acknowledged) {
    const kept = byId.get(form.attemptId)?.events.filter(({ key }) => key === form.key) ?? [];
    const [event] = kept;
    const made = event === undefined ? "" : readEvents([{ ...event, seq: 0 }])[0];
    const value =
      typeof made === "object" && made.type === "choice.made"
        ? choiceValue(form.attemptId, made.scene, made.choice)
        : null;
    if (kept.length === 0) problems.push(`lost: ${JSON.stringify(form)}`);
    else if (kept.length > 1) problems.push(`doubled: ${JSON.stringify(form)}`);
    else if (value !== form.choice || event?.seq !== form.seq) {
      problems.push(`changed: ${JSON.stringify(form)}`);
    }
  }
  const sent = new Set(told.sent.map(({ attemptId, key }) => `${attemptId} ${key}`));
  for (const { id, events } of attempts) {
    for (const { key, seq } of events.slice(1)) {
      if (!sent.has(`${id} ${key}`)) problems.push(`nobody sent event ${String(seq)} of ${id}`);
    }
  }
  return problems;
}

/** The row, the log and the record say the same of how an attempt ended. */
function endingProblems({ attempts, completions }: Everything): string[] {
  const problems: string[] = [];
  const evidence = new Map<string, string>();
  for (const { id, evidence: text } of completions) {
    const [attempt] = JSON.parse(text) as { kind: string; id: string }[];
    if (attempt?.kind === "attempt") evidence.set(attempt.id, id);
    else problems.push(`completion ${id} has no evidence`);
  }
  const completed = new Set(completions.map(({ personId, slug }) => `${personId} ${slug}`));
  for (const attempt of attempts) {
    const events = readEvents(attempt.events);
    const scenario = JSON.parse(attempt.revision.definition) as Scenario;
    const state = typeof events === "string" ? null : replay(scenario, events);
    if (state?.ok !== true) {
      problems.push(`attempt ${attempt.id} does not replay`);
      continue;
    }
    const ended = hasEnded(state.value);
    const passed = ended && scoreOf(scenario, state.value).passed;
    const outcome = ended ? (passed ? "passed" : "failed") : null;
    if (attempt.outcome !== outcome || (attempt.endedAt !== null) !== ended) {
      problems.push(
        `attempt ${attempt.id} says ${String(attempt.outcome)}, its log ${String(outcome)}`,
      );
    }
    if (passed && !completed.has(`${attempt.personId} ${attempt.scenarioSlug}`)) {
      problems.push(`attempt ${attempt.id} passed and is not on record`);
    }
    if (!passed && evidence.has(attempt.id)) {
      problems.push(`a completion rests on attempt ${attempt.id}, which did not pass`);
    }
  }
  const known = new Set(attempts.map(({ id }) => id));
  for (const [attemptId, id] of evidence) {
    if (!known.has(attemptId)) problems.push(`completion ${id} rests on no attempt`);
  }
  return problems;
}

export interface Found {
  readonly problems: readonly string[];
  readonly answers: number;
  readonly completions: number;
}

export async function inspect(database: Database, told: Told): Promise<Found> {
  const [check] =
    await database.$queryRawUnsafe<{ integrity_check: string }[]>("PRAGMA integrity_check");
  const all = await readAll(database);
  const sound = check?.integrity_check === "ok" ? [] : ["the database file is not sound"];
  return {
    problems: [
      ...sound,
      ...told.surprises,
      ...eventsAgainstTold(all.attempts, told),
      ...endingProblems(all),
    ],
    answers: all.attempts.reduce((sum, { events }) => sum + events.length - 1, 0),
    completions: all.completions.length,
  };
}
