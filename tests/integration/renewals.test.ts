import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { addDays, civilDateAt } from "~/core/calendar/civil-date";
import { dateInWords } from "~/core/calendar/date-words";
import { askedAgain } from "~/server/learning/asked-again.server";
import { recordScenarioCompletion } from "~/server/learning/completions.server";
import { findRecord, withdrawRecord } from "~/server/learning/corrections.server";
import { readLearnerState } from "~/server/learning/learner-state.server";
import { recordAnswer, recordGoal } from "~/server/learning/lesson-answers.server";
import { runsInWords } from "~/core/course/managed-runs";
import { officialFacts } from "~/server/learning/official-limits.server";
import { listOfficialRuns } from "~/server/learning/official-runs.server";
import { listTeam } from "~/server/learning/team.server";
import { aCatalogue } from "tests/factories/a-catalogue";
import { aCourse, aLesson, aPath } from "tests/factories/a-lesson";
import { aPerson } from "tests/factories/a-person";
import { anAttempt } from "tests/factories/an-attempt";
import { aScenario } from "tests/factories/scenario";
import { aDatabase, withoutTriggers, type TestDatabase } from "tests/setup/database";

const content = vi.hoisted((): { current: unknown } => ({ current: null }));
vi.mock("~/server/content/catalogue.server", () => ({
  catalogue: () => content.current,
  scenarioOfRevision: () => Promise.resolve(null),
}));

const steps = [
  { kind: "lesson" as const, lesson: "care/hear-first", dueAfterDays: 0 },
  { kind: "scenario" as const, scenario: "parcel", dueAfterDays: 3 },
];
const catalogue = aCatalogue({
  lessons: [aLesson()],
  scenarios: [aScenario({ slug: "parcel", title: "The parcel" })],
  courses: [aCourse({ steps, validFor: { amount: 1, unit: "year" } })],
  paths: [aPath({ steps })],
});
const everything = ["course:care", "lesson:care/hear-first", "scenario:parcel"];
const day = 86_400_000;

let open: TestDatabase;
beforeEach(async () => {
  open = await aDatabase();
  content.current = catalogue;
});
afterEach(() => open.close());

type Person = Awaited<ReturnType<typeof aPerson>>;

function sent(person: Person, at = new Date()) {
  const lesson = catalogue.lesson("care/hear-first");
  if (lesson === null) throw new Error("The catalogue has no such lesson.");
  return { person, lesson, at };
}

const answer = (person: Person) =>
  recordAnswer(open.database, sent(person), { check: "first-words", options: ["b"] });
const saveGoal = (person: Person, will: string) =>
  recordGoal(open.database, sent(person), { when: "someone waits", will });

function pass(person: Person, startedAt = new Date()) {
  return open.database.$transaction(async (transaction) => {
    const { id, revisionHash } = await anAttempt(transaction, {
      ...{ personId: person.id, outcome: "passed", startedAt },
    });
    return recordScenarioCompletion(transaction, {
      ...{ person, scenarioSlug: "parcel", revision: revisionHash, attemptId: id },
      at: new Date(),
    });
  });
}

const rows = () => open.database.completion.findMany({ orderBy: { id: "asc" } });
const completedOf = async (person: Person) =>
  [...(await readLearnerState(open.database, person.id)).completed].sort();

/** Somebody who completed everything four hundred days ago, so that the course is to be renewed today. */
async function somebodyToRenew(daysAgo = 0) {
  const person = await aPerson(open.database);
  await answer(person);
  await saveGoal(person, "say it back");
  await pass(person, new Date(Date.now() - 400 * day));
  await withoutTriggers(open.database);
  const long = new Date(Date.now() - 400 * day);
  await open.database.completion.updateMany({ data: { completedAt: long } });
  await open.database.completion.updateMany({
    where: { kind: "course" },
    data: { validUntil: addDays(civilDateAt(new Date(), person.timeZone), -daysAgo) },
  });
  return person;
}

/** As if all that was sent until now had been sent long ago: ids tell the instant. */
async function longAgo() {
  const early = (Date.now() - 400 * day).toString(16).padStart(12, "0");
  const stamp = `${early.slice(0, 8)}-${early.slice(8)}`;
  for (const table of ["CheckAnswer", "Goal"]) {
    await open.database.$executeRawUnsafe(
      `UPDATE "${table}" SET "id" = '${stamp}' || substr("id", 14)`,
    );
  }
}

test("a renewal asks for every step again, and keeps what is on record", async () => {
  const person = await somebodyToRenew();
  const before = await rows();
  expect(await completedOf(person)).toEqual([]);
  await longAgo();
  await answer(person);
  await saveGoal(person, "ask what they need");
  expect(await completedOf(person)).toEqual(["lesson:care/hear-first"]);
  await pass(person);
  expect(await completedOf(person)).toEqual(everything);
  const all = await rows();
  expect(all.slice(0, before.length)).toEqual(before);
  expect(all.slice(before.length).map(({ kind }) => kind)).toEqual([
    ...["lesson", "scenario", "course"],
  ]);
});

test("an answer and a goal of before the renewal do not meet it, nor does half of each", async () => {
  const person = await somebodyToRenew();
  await longAgo();
  await answer(person);
  expect(await completedOf(person)).toEqual([]);
  await saveGoal(person, "say it back");
  expect(await completedOf(person)).toEqual(["lesson:care/hear-first"]);
  const last = (await rows()).at(-1);
  const evidence = JSON.parse(last?.evidence ?? "[]") as { id: string }[];
  const { id: old } = await open.database.goal.findFirstOrThrow({ orderBy: { id: "asc" } });
  expect(evidence.map(({ id }) => id)).not.toContain(old);
});

test("a run counts by when it ended: one begun before the renewal and passed after it is not lost", async () => {
  const person = await somebodyToRenew();
  expect(await completedOf(person)).toEqual([]);
  const begunBefore = new Date(Date.now() - 2 * day);
  expect(await pass(person, begunBefore)).toEqual([
    { kind: "scenario", slug: "parcel", title: "The parcel" },
  ]);
  expect(await completedOf(person)).toEqual(["scenario:parcel"]);
});

test("official runs of before a renewal, and those granted then, are not counted against it", async () => {
  const person = await somebodyToRenew();
  const at = new Date(Date.now() - 390 * day);
  const granted = { personId: person.id, scenarioSlug: "parcel", authorId: "m", reason: "ill" };
  await open.database.attemptGrant.create({ data: { ...granted, at } });
  const facts = () => officialFacts(open.database, person.id, "parcel");
  expect(await facts()).toEqual({ runs: [], granted: 0 });
  const startedAt = new Date(Date.now() - 400_000);
  await anAttempt(open.database, { personId: person.id, outcome: "failed", startedAt });
  expect((await facts()).runs).toMatchObject([{ outcome: "failed" }]);
  // Met, and the runs of before it come back no more.
  await pass(person, new Date(Date.now() - 350_000));
  expect(await completedOf(person)).toContain("scenario:parcel");
  expect((await facts()).runs.map(({ outcome }) => outcome).sort()).toEqual(["failed", "passed"]);
  expect((await facts()).granted).toBe(0);
});

test("the manager is told how many official runs there ever were, and how many since the renewal", async () => {
  const person = await somebodyToRenew();
  const run = async () => {
    const [found] = await listOfficialRuns(open.database, catalogue, person.id);
    return found === undefined ? "" : [runsInWords(found, "UTC"), found.passed];
  };
  const since = `since it was asked for again on ${dateInWords(new Date().toISOString())}`;
  expect(await run()).toEqual([`1 official run, none of them ${since}`, false]);
  const startedAt = new Date(Date.now() - 400_000);
  await anAttempt(open.database, { personId: person.id, outcome: "failed", startedAt });
  expect(await run()).toEqual([`2 official runs, 1 of them ${since}`, false]);
  await pass(person, new Date(Date.now() - 350_000));
  expect(await run()).toEqual([`3 official runs, 2 of them ${since}`, true]);
});

test("the manager is told of failed runs since the renewal alone", async () => {
  const person = await somebodyToRenew();
  await open.database.assignment.create({
    data: { personId: person.id, pathSlug: "onboarding", startDate: "2024-01-08" },
  });
  const failedAt = (startedAt: Date) =>
    anAttempt(open.database, { personId: person.id, outcome: "failed", startedAt });
  const reasons = async () => {
    const [member] = await listTeam(open.database, catalogue, { of: "everyone" }, new Date());
    const week = member?.week;
    return week?.state === "stuck" ? week.reasons.map(({ sentence }) => sentence) : [];
  };
  for (const days of [390, 391, 392]) await failedAt(new Date(Date.now() - days * day));
  for (const seconds of [310, 320]) await failedAt(new Date(Date.now() - seconds * 1000));
  expect(await reasons()).toEqual([]);
  await failedAt(new Date(Date.now() - 330_000));
  expect(await reasons()).toEqual(["“The parcel” has ended without a pass 3 times."]);
});

test("a renewal that was withdrawn can be met again, and by nothing of before", async () => {
  const person = await somebodyToRenew();
  const trainer = await aPerson(open.database, { roles: ["trainer"] });
  const viewer = { id: trainer.id, roles: ["trainer" as const] };
  await longAgo();
  await answer(person);
  await saveGoal(person, "ask what they need");
  const last = (await rows()).at(-1);
  const record = await findRecord(open.database, viewer, last?.id ?? "");
  if (record === null) throw new Error("A trainer may see it.");
  const author = { id: trainer.id, address: null };
  await withdrawRecord(open.database, author, record, "Somebody else sat there");
  expect(await completedOf(person)).toEqual([]);
  await answer(person);
  expect(await completedOf(person)).toEqual([]);
  await saveGoal(person, "ask what they need");
  expect(await completedOf(person)).toEqual(["lesson:care/hear-first"]);
  const lessons = (await rows()).filter(({ kind }) => kind === "lesson");
  expect(lessons.map(({ outcome }) => outcome)).toEqual([
    ...["completed", "completed", "withdrawn", "completed"],
  ]);
});

test("the manager sees the same as the learner: the path is done, its steps are asked for anew", async () => {
  const person = await somebodyToRenew();
  await open.database.assignment.create({
    data: { personId: person.id, pathSlug: "onboarding", startDate: "2024-01-08" },
  });
  const team = await listTeam(open.database, catalogue, { of: "everyone" }, new Date());
  const member = team.find(({ id }) => id === person.id);
  // Due thirty days from today, not two years ago.
  expect(member?.next?.dueInDays).toBe(30);
  expect(member).toMatchObject({ done: 0, steps: 2 });
});

test("the day until which a record lasts is never changed", async () => {
  const person = await aPerson(open.database);
  await open.database.completion.create({
    data: {
      ...{ personId: person.id, kind: "course", slug: "care", title: "Care", timeZone: "UTC" },
      ...{ revisionHash: "r", rule: "course.every-step@1", evidence: "[]", because: "Complete." },
      ...{ requirement: "r", validUntil: "2027-01-01" },
    },
  });
  const later = open.database.$executeRaw`UPDATE "Completion" SET "validUntil" = '2028-01-01'`;
  await expect(later).rejects.toThrow(/never changed/);
});

test("a step of what is to be renewed says why it is open again, until it is done once more", async () => {
  const person = await somebodyToRenew();
  await longAgo();
  const asked = async (step: { kind: "lesson" | "scenario"; slug: string }) => {
    const state = await readLearnerState(open.database, person.id);
    return askedAgain(open.database, catalogue, person.id, state, step);
  };
  const lesson = { kind: "lesson", slug: "care/hear-first" } as const;
  const told = await asked(lesson);
  expect(told?.title).toBe("“Care” is to be renewed");
  expect(told?.sentence).toContain("and stays on your record");
  expect(await asked({ kind: "scenario", slug: "parcel" })).toEqual(told);
  await answer(person);
  await saveGoal(person, "ask what they need");
  expect(await asked(lesson)).toBeNull();
});

test("the manager is told of a renewal, as a reason to help once its day is well past", async () => {
  const told = async () => {
    const [member] = await listTeam(open.database, catalogue, { of: "everyone" }, new Date());
    return [member?.renewals, member?.week.state];
  };
  await somebodyToRenew(10);
  expect(await told()).toEqual([[{ title: "Care", dueInDays: 20 }], "no-path"]);
  const { validUntil } = await open.database.completion.findFirstOrThrow({
    where: { kind: "course" },
  });
  const lapsed = addDays(validUntil ?? "", -23);
  await open.database.completion.updateMany({
    where: { kind: "course" },
    data: { validUntil: lapsed },
  });
  expect(await told()).toEqual([[{ title: "Care", dueInDays: -3 }], "stuck"]);
});
