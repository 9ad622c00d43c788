import { afterEach, beforeEach, expect, test } from "vitest";
import { managedScope } from "~/core/access/scope";
import { listTeam, teamLine } from "~/server/learning/team.server";
import { aCatalogue } from "tests/factories/a-catalogue";
import { aCourse, aLesson, aPath } from "tests/factories/a-lesson";
import { aPerson } from "tests/factories/a-person";
import { anAttempt } from "tests/factories/an-attempt";
import { aScenario } from "tests/factories/scenario";
import { aDatabase, counting, type TestDatabase } from "tests/setup/database";

const catalogue = aCatalogue({
  lessons: [aLesson()],
  scenarios: [aScenario({ slug: "parcel", title: "The parcel" })],
  paths: [
    aPath({
      steps: [
        { kind: "lesson", lesson: "care/hear-first", dueAfterDays: 0 },
        { kind: "scenario", scenario: "parcel", dueAfterDays: 10 },
      ],
    }),
  ],
});
const now = new Date("2026-11-21T10:00:00Z");

let open: TestDatabase;
let manager: Awaited<ReturnType<typeof aPerson>>;
beforeEach(async () => {
  open = await aDatabase();
  manager = await aPerson(open.database, { roles: ["manager"] });
});
afterEach(() => open.close());

const report = (name: string, startDate: string, paths: readonly string[] = ["onboarding"]) =>
  aPerson(open.database, { name, startDate, paths, managerId: manager.id });

async function week(content = catalogue) {
  const scope = managedScope({ id: manager.id, roles: ["manager"] }, "officialRuns");
  const members = await listTeam(open.database, content, scope, now);
  return Object.fromEntries(
    members.map(({ name, week: { state, ...rest } }) => [
      name,
      "reasons" in rest ? rest.reasons.map(({ kind }) => kind) : state,
    ]),
  );
}

async function completed(personId: string, slug: string, at: string) {
  await open.database.completion.create({
    data: {
      personId,
      kind: "lesson",
      slug,
      title: slug,
      revisionHash: "abc",
      rule: "lesson.checks-and-goal@1",
      evidence: "[]",
      because: "Complete because a goal was saved.",
      completedAt: new Date(at),
      timeZone: "Europe/Lisbon",
      requirement: `${personId}:lesson:${slug}:1`,
    },
  });
}

test("a manager sees who is stuck and why, and only their own people", async () => {
  await report("Late", "2026-11-10");
  await report("New", "2026-11-20");
  await report("Soon", "2026-11-30");
  await report("Free", "2026-11-10", []);
  const ahead = await report("Ahead", "2026-11-16");
  await completed(ahead.id, "care/hear-first", "2026-11-17T09:00:00Z");
  const trying = await report("Trying", "2026-11-16");
  await completed(trying.id, "care/hear-first", "2026-11-17T09:00:00Z");
  for (let run = 0; run < 3; run += 1) {
    await anAttempt(open.database, { personId: trying.id, outcome: "failed" });
  }
  const gone = await report("Gone", "2026-11-10");
  await open.database.person.update({ where: { id: gone.id }, data: { deactivatedAt: now } });
  await aPerson(open.database, { name: "Somebody else's", paths: ["onboarding"] });
  expect(await week()).toEqual({
    Ahead: "under-way",
    Free: "no-path",
    Late: ["overdue", "quiet"],
    New: "under-way",
    Soon: "not-started",
    Trying: ["failing"],
  });
});

test("practice is private: it is no failure and no sign of life", async () => {
  const quiet = await report("Quiet", "2026-11-10");
  for (let run = 0; run < 5; run += 1) {
    await anAttempt(open.database, {
      personId: quiet.id,
      mode: "practice",
      outcome: "failed",
      startedAt: now,
    });
  }
  expect(await week()).toEqual({ Quiet: ["overdue", "quiet"] });
});

test("the day is the person's own, not the server's", async () => {
  const east = await report("East", "2026-11-22");
  await open.database.person.update({
    where: { id: east.id },
    data: { timeZone: "Pacific/Kiritimati" },
  });
  await report("West", "2026-11-22");
  expect(await week()).toEqual({ East: "under-way", West: "not-started" });
});

test("a team is in the order of its names, whatever their case and accents", async () => {
  for (const name of ["Zoe", "Émile", "de Vries", "Dana"]) await report(name, "2026-11-20");
  expect(Object.keys(await week())).toEqual(["Dana", "de Vries", "Émile", "Zoe"]);
});

test("nobody who is no manager has a team", async () => {
  await report("Late", "2026-11-10");
  const scope = managedScope({ id: manager.id, roles: [] }, "officialRuns");
  expect(await listTeam(open.database, catalogue, scope, now)).toEqual([]);
});

test("a manager's home tells the team in one line; whoever manages nobody is asked nothing for it", async () => {
  const { counted, count } = counting(open.database);
  const line = (roles: readonly "manager"[]) =>
    teamLine(counted, catalogue, { id: manager.id, roles }, now);
  expect(await line(["manager"])).toBeNull();
  await report("Nils", "2026-11-01");
  expect(await line(["manager"])).toBe("Nils is stuck.");
  const asked = count.asked;
  expect(await line([])).toBeNull();
  expect(count.asked).toBe(asked);
});

test("whoever has no official run left waits for their manager, until another is given", async () => {
  const steps = [{ kind: "scenario", scenario: "parcel" } as const];
  const official = { attempts: 2, pause: null, counts: "best" } as const;
  const limited = {
    ...catalogue,
    courses: aCatalogue({ courses: [aCourse({ steps, official })] }).courses,
  };
  const spent = await report("Spent", "2026-11-16");
  await completed(spent.id, "care/hear-first", "2026-11-17T09:00:00Z");
  const fail = () => anAttempt(open.database, { personId: spent.id, outcome: "failed" });
  await fail();
  expect(await week(limited)).toEqual({ Spent: "under-way" });
  await fail();
  expect(await week(limited)).toEqual({ Spent: ["spent"] });
  expect(await week()).toEqual({ Spent: "under-way" });
  await open.database.attemptGrant.create({
    data: { personId: spent.id, scenarioSlug: "parcel", authorId: manager.id, reason: "ill" },
  });
  expect(await week(limited)).toEqual({ Spent: "under-way" });
});
