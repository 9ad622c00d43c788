/**
 * The record of completions. It is written in the transaction that writes the last piece of its
 * evidence, so that neither exists without the other; what follows from it (a course, a path) is
 * written with it.
 */
import type { CompletionKind } from "~/core/completion/rule";
import { ruleId } from "~/core/completion/rule";
import { decideCompletion, type CompletionFacts, type StepsFacts } from "~/core/completion/decide";
import { civilDateAt } from "~/core/calendar/civil-date";
import { addDuration, type Duration } from "~/core/calendar/duration";
import { openDemand } from "~/core/completion/demand";
import { completionKey, requirementOf, standing } from "~/core/completion/record";
import { stepSlug } from "~/core/course/progress";
import type { Step } from "~/core/course/definition";
import { catalogue, type Catalogue, type Published } from "~/server/content/catalogue.server";
import type { Transaction } from "~/server/db.server";
import { readLearnerState } from "~/server/learning/learner-state.server";

/** Whose record it is. */
export interface Learner {
  readonly id: string;
  /** IANA name; kept in the record beside the instant. */
  readonly timeZone: string;
}

export interface NewRecord {
  readonly kind: CompletionKind;
  readonly slug: string;
  readonly title: string;
}

interface ToRecord extends NewRecord {
  readonly person: Learner;
  readonly revision: string;
  readonly at: Date;
  /** Of the demand that it meets; the first where nothing is said. */
  readonly period?: string | undefined;
  /** How long it lasts; for ever where nothing is said. */
  readonly validFor?: Duration | undefined;
}

/** Records the completion if the facts say so and it is not on record yet. */
async function record(
  transaction: Transaction,
  { person, kind, slug, title, revision, at, period, validFor }: ToRecord,
  facts: CompletionFacts,
): Promise<NewRecord[]> {
  const decision = decideCompletion(facts);
  if (!decision.complete) return [];
  const requirement = requirementOf(person.id, kind, slug, period);
  await transaction.completion.upsert({
    where: { requirement },
    // On record already: a record is never rewritten.
    update: {},
    create: {
      personId: person.id,
      kind,
      slug,
      title,
      revisionHash: revision,
      rule: ruleId(kind),
      evidence: JSON.stringify(decision.evidence),
      because: decision.because,
      completedAt: at,
      timeZone: person.timeZone,
      validUntil:
        validFor === undefined ? null : addDuration(civilDateAt(at, person.timeZone), validFor),
      requirement,
    },
  });
  return [{ kind, slug, title }];
}

function described(content: Catalogue, steps: readonly Step[]): StepsFacts["steps"] {
  return steps.map((step) => {
    const slug = stepSlug(step);
    const published = step.kind === "lesson" ? content.lesson(slug) : content.scenario(slug);
    return { kind: step.kind, slug, title: published?.definition.title ?? slug };
  });
}

interface Outline {
  readonly slug: string;
  readonly title: string;
  readonly steps: readonly Step[];
  readonly validFor?: Duration;
}

/**
 * Records every course, and every path that the person is on, whose steps are all complete by
 * now. Called after each completion, also one that is recorded by hand.
 */
export async function recordWhatFollows(
  transaction: Transaction,
  { person, at }: { readonly person: Learner; readonly at: Date },
): Promise<NewRecord[]> {
  const content = catalogue();
  const rows = await transaction.completion.findMany({
    where: { personId: person.id },
    select: {
      ...{ id: true, kind: true, slug: true, outcome: true, correctsId: true },
      ...{ completedAt: true, timeZone: true, validUntil: true },
    },
  });
  const records = rows.map((row) => ({ ...row, kind: row.kind as CompletionKind }));
  const assigned = await transaction.assignment.findMany({
    where: { personId: person.id },
    select: { pathSlug: true },
  });
  const candidates: { kind: "course" | "path"; published: Published<Outline> }[] = [
    ...content.courses.map((published) => ({ kind: "course" as const, published })),
    ...content.paths
      .filter(({ definition }) => assigned.some(({ pathSlug }) => pathSlug === definition.slug))
      .map((published) => ({ kind: "path" as const, published })),
  ];
  const completions = standing(records);
  const recorded: NewRecord[] = [];
  for (const { kind, published } of candidates) {
    const { slug, title, steps, validFor } = published.definition;
    const own = records.filter((one) => one.kind === kind && one.slug === slug);
    const demand = openDemand(own, at);
    if (demand === null) continue;
    const { period, since } = demand;
    const fresh = completions.filter(({ completedAt }) => since === null || completedAt >= since);
    recorded.push(
      ...(await record(
        transaction,
        { person, kind, slug, title, revision: published.revision, at, period, validFor },
        { kind, steps: described(content, steps), completions: fresh },
      )),
    );
  }
  return recorded;
}

/** Records that the person completed a lesson, if the answers and goals given say so. */
export async function recordLessonCompletion(
  transaction: Transaction,
  completion: Omit<ToRecord, "kind">,
  facts: Extract<CompletionFacts, { kind: "lesson" }>,
): Promise<NewRecord[]> {
  const recorded = await record(transaction, { ...completion, kind: "lesson" }, facts);
  return recorded.length === 0
    ? []
    : [...recorded, ...(await recordWhatFollows(transaction, completion))];
}

/**
 * Records that an official run passed. Call it in the transaction that writes the run's last
 * event, after the attempt's own row has its outcome: the row is the evidence.
 * Returns what came onto the record; nothing where it stood there before.
 */
export async function recordScenarioCompletion(
  transaction: Transaction,
  {
    person,
    scenarioSlug,
    revision,
    attemptId,
    at,
  }: {
    readonly person: Learner;
    readonly scenarioSlug: string;
    readonly revision: string;
    readonly attemptId: string;
    readonly at: Date;
  },
): Promise<NewRecord[]> {
  const { completed, reopened } = await readLearnerState(transaction, person.id);
  const key = completionKey("scenario", scenarioSlug);
  if (completed.has(key)) return [];
  const period = reopened.get(key)?.period;
  const attempt = await transaction.attempt.findUniqueOrThrow({
    where: { id: attemptId, personId: person.id, scenarioSlug, revisionHash: revision },
    select: { id: true, mode: true, outcome: true, revision: { select: { title: true } } },
  });
  const title = attempt.revision?.title ?? scenarioSlug;
  const run = {
    id: attempt.id,
    mode: attempt.mode as "practice" | "official",
    outcome: attempt.outcome as "passed" | "failed" | null,
  };
  const recorded = await record(
    transaction,
    { person, kind: "scenario", slug: scenarioSlug, title, revision, at, period },
    { kind: "scenario", title, runs: [run] },
  );
  if (recorded.length === 0) {
    throw new Error(`Attempt ${attemptId} is not an official run that passed.`);
  }
  return [...recorded, ...(await recordWhatFollows(transaction, { person, at }))];
}
