/** What must hold of the database after a kill, given what the learners were told. */
import { isDeepStrictEqual } from "node:util";
import { hasEnded, replay } from "~/core/scenario/attempt";
import type { Scenario } from "~/core/scenario/definition";
import { scoreOf } from "~/core/scenario/scoring";
import type { Database } from "~/server/db.server";
import { choiceValue } from "~/server/learning/attempt-choice.server";
import { readEvents } from "~/server/learning/attempt-state.server";
import type { Given, Told } from "tests/crash/learner";

async function readAll(database: Database) {
  const attempts = await database.attempt.findMany({
    include: { events: { orderBy: { seq: "asc" } }, revision: { select: { definition: true } } },
  });
  const records = await database.completion.findMany();
  const goals = await database.goal.findMany();
  const answers = await database.checkAnswer.findMany();
  const completions = records.filter(({ kind }) => kind === "scenario");
  return { attempts, completions, records, goals, answers };
}

type Everything = Awaited<ReturnType<typeof readAll>>;
type StoredAttempt = Everything["attempts"][number];

/** What the stored event gave, as its form did. */
function givenBy(attemptId: string, payload: string): Given | null {
  const [event] = readEvents([{ seq: 0, key: "", payload, at: new Date(0) }]);
  if (typeof event !== "object") return null;
  switch (event.type) {
    case "choice.made":
      return { choice: choiceValue(attemptId, event.scene, event.choice) };
    case "reply.typed":
      return event.words === null ? null : { reply: event.words };
    case "attempt.rewound":
      return { rewind: event.to };
    default:
      return null;
  }
}

function eventsAgainstTold(attempts: readonly StoredAttempt[], told: Told): string[] {
  const problems: string[] = [];
  const byId = new Map(attempts.map((attempt) => [attempt.id, attempt]));
  for (const form of told.acknowledged) {
    const kept = byId.get(form.attemptId)?.events.filter(({ key }) => key === form.key) ?? [];
    const [event] = kept;
    const given = event === undefined ? null : givenBy(form.attemptId, event.payload);
    if (kept.length === 0) problems.push(`lost: ${JSON.stringify(form)}`);
    else if (kept.length > 1) problems.push(`doubled: ${JSON.stringify(form)}`);
    else if (!isDeepStrictEqual(given, form.given) || event?.seq !== form.seq) {
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

/** Every goal that was acknowledged is kept once, and none is there that nobody sent. */
function goalsAgainstTold({ goals }: Everything, { goals: told }: Told): string[] {
  const kept = new Map<string, number>();
  for (const { will } of goals) kept.set(will, (kept.get(will) ?? 0) + 1);
  const sent = new Set(told.sent.map(({ will }) => will));
  return [
    ...told.acknowledged
      .filter(({ will }) => !kept.has(will))
      .map((goal) => `lost: ${JSON.stringify(goal)}`),
    ...[...kept].filter(([, count]) => count > 1).map(([will]) => `doubled: the goal ${will}`),
    ...goals.filter(({ will }) => !sent.has(will)).map(({ id }) => `nobody sent the goal ${id}`),
  ];
}

/** Whatever a record rests on is there, and is the person's own. */
function evidenceProblems({ records, attempts, goals, answers }: Everything): string[] {
  const owners = new Map(
    [...attempts, ...goals, ...answers, ...records].map(({ id, personId }) => [id, personId]),
  );
  return records.flatMap(({ id, personId, evidence }) => {
    const items = JSON.parse(evidence) as { id: string }[];
    if (items.length === 0) return [`completion ${id} has no evidence`];
    return items
      .filter((item) => owners.get(item.id) !== personId)
      .map((item) => `completion ${id} rests on ${item.id}, which is not there`);
  });
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
    const scenario = JSON.parse(attempt.revision?.definition ?? "null") as Scenario;
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
    const counts = passed && attempt.mode === "official";
    if (counts && !completed.has(`${attempt.personId} ${attempt.scenarioSlug}`)) {
      problems.push(`attempt ${attempt.id} passed and is not on record`);
    }
    if (!counts && evidence.has(attempt.id)) {
      problems.push(`a completion rests on attempt ${attempt.id}, which did not pass`);
    }
  }
  const known = new Set(attempts.map(({ id }) => id));
  for (const [attemptId, id] of evidence) {
    if (!known.has(attemptId)) problems.push(`completion ${id} rests on no attempt`);
  }
  return problems;
}

/** How many of each kind of thing there are, to show that the load held all of them. */
function countsOf({ attempts, goals, answers, completions, records }: Everything) {
  const events = attempts.flatMap((attempt) => attempt.events);
  const of = (type: string) => events.filter(({ payload }) => payload.includes(`"${type}"`)).length;
  return {
    choices: of("choice.made"),
    replies: of("reply.typed"),
    rewinds: of("attempt.rewound"),
    goals: goals.length,
    checks: answers.length,
    rolePlays: completions.length,
    otherCompletions: records.length - completions.length,
  };
}

export interface Found {
  readonly kinds: Readonly<Record<string, number>>;
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
      ...goalsAgainstTold(all, told),
      ...evidenceProblems(all),
    ],
    answers: all.attempts.reduce((sum, { events }) => sum + events.length - 1, 0),
    completions: all.records.length,
    kinds: countsOf(all),
  };
}
