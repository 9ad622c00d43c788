import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Catalogue } from "~/server/content/catalogue.server";
import type { Database } from "~/server/db.server";
import { keepLessonForm } from "~/server/learning/lesson-form.server";
import { lessonPage } from "~/server/learning/lesson-page.server";
import { readLessonState } from "~/server/learning/lesson-state.server";
import { aCatalogue } from "tests/factories/a-catalogue";
import { aCheck, aCourse, aLesson, aPath } from "tests/factories/a-lesson";
import { aPerson } from "tests/factories/a-person";
import { anAttempt } from "tests/factories/an-attempt";
import { aScenario, prose } from "tests/factories/scenario";
import { aDatabase, type TestDatabase } from "tests/setup/database";

const content = vi.hoisted((): { current: unknown } => ({ current: null }));
vi.mock("~/server/content/catalogue.server", () => ({ catalogue: () => content.current }));

const check = aCheck({
  options: [
    { id: "a", text: prose("Rules."), correct: false, feedback: prose("SECRET no") },
    { id: "b", text: prose("Sorry."), correct: true, feedback: prose("SECRET yes") },
  ],
});
const steps = [
  { kind: "lesson" as const, lesson: "care/hear-first", dueAfterDays: 0 },
  { kind: "scenario" as const, scenario: "parcel", dueAfterDays: 3 },
];
const catalogue: Catalogue = aCatalogue({
  lessons: [aLesson({ checks: [check], scenarios: ["parcel"] })],
  scenarios: [aScenario({ slug: "parcel", title: "The parcel" })],
  courses: [aCourse({ steps })],
  paths: [aPath({ steps })],
});
const now = new Date("2026-11-21T10:00:00Z");

let open: TestDatabase;
let person: Awaited<ReturnType<typeof aPerson>>;
beforeEach(async () => {
  content.current = catalogue;
  open = await aDatabase();
  person = await aPerson(open.database, { paths: ["onboarding"] });
});
afterEach(() => open.close());

function lesson() {
  const published = catalogue.lesson("care/hear-first");
  if (published === null) throw new Error("The catalogue has no such lesson.");
  return published;
}

async function page(database: Database = open.database) {
  const state = await readLessonState(database, person.id, "care/hear-first", ["parcel"]);
  return lessonPage(catalogue, lesson(), state, { now, timeZone: person.timeZone });
}

function post(fields: Readonly<Record<string, string>>) {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return keepLessonForm(open.database, { person, lesson: lesson(), at: now }, data);
}

const goal = { "goal-when": "someone repeats themself", "goal-will": "say it back" };

test("before an answer the page holds neither what is right nor why", async () => {
  const before = await page();
  expect(JSON.stringify(before)).not.toContain("SECRET");
  expect(JSON.stringify(before)).not.toContain("correct");
  await post({ check: "first-words", option: "a" });
  const after = await page();
  expect(after.state.checks["first-words"]?.answer).toMatchObject({ chosen: ["a"], right: false });
  expect(JSON.stringify(after)).toContain("SECRET yes");
});

test("the page asks the database once", async () => {
  let asked = 0;
  const counting = open.database.$extends({
    query: {
      $allOperations: ({ args, query }) => {
        asked += 1;
        return query(args);
      },
    },
  });
  await page(counting as unknown as Database);
  expect(asked).toBe(1);
});

test("a form that was kept leads back to its place, the last one to the end", async () => {
  const at = (anchor: string) => ({ ok: true, value: `/courses/care/hear-first#${anchor}` });
  expect(await post({ reflection: "own-moment", text: "At the bank." })).toEqual(
    at("reflection-own-moment"),
  );
  expect(await post(goal)).toEqual(at("goal"));
  expect(await post({ check: "first-words", option: "b" })).toEqual(at("lesson-complete"));
  const done = await page();
  expect(done).toMatchObject({ complete: true, missing: null, onwards: { slug: "parcel" } });
  expect(done.parts.every((part) => part.done)).toBe(true);
});

test("what cannot be kept comes back with a sentence and what was typed", async () => {
  const long = "x".repeat(501);
  const refused = await post({ "goal-when": long, "goal-will": "say it back" });
  expect(refused).toMatchObject({
    ok: false,
    problem: {
      status: 400,
      problem: { form: "goal", typed: { "goal-when": long, "goal-will": "say it back" } },
    },
  });
  for (const fields of [
    { check: "first-words" },
    { check: "gone", option: "a" },
    { check: "first-words", option: "z" },
    { reflection: "gone", text: "words" },
    { nonsense: "1" },
    {},
  ]) {
    const answer = await post(fields);
    expect(answer.ok ? null : answer.problem.status).toBe(400);
    expect(answer.ok ? "" : answer.problem.problem.message).toMatch(/\.$/);
  }
  expect((await page()).missing).toBe(
    "Still missing: the check “What would you say first?” and your goal.",
  );
});

test("while the records are locked, what was typed comes back and can be sent again", async () => {
  const locked = new Error("SQLITE_BUSY: database is locked");
  const failing = {
    $transaction: () => Promise.reject(Object.assign(locked, { code: "SQLITE_BUSY" })),
  } as unknown as Database;
  const data = new FormData();
  for (const [name, value] of Object.entries(goal)) data.append(name, value);
  const answer = await keepLessonForm(failing, { person, lesson: lesson(), at: now }, data);
  expect(answer).toMatchObject({ ok: false, problem: { status: 503, problem: { typed: goal } } });
});

test("the card of a role-play knows how far its reader is with it", async () => {
  const standing = async () => (await page()).state.rolePlays["parcel"]?.standing;
  expect(await standing()).toBe("new");
  await anAttempt(open.database, { personId: person.id, mode: "practice", outcome: "failed" });
  expect(await standing()).toBe("practised");
  await anAttempt(open.database, { personId: person.id });
  expect(await standing()).toBe("begun");
});

test("another person's answers, goal and words are nowhere on the page", async () => {
  const other = await aPerson(open.database);
  const sent = { person: other, lesson: lesson(), at: now };
  const data = new FormData();
  data.append("reflection", "own-moment");
  data.append("text", "PRIVATE words");
  await keepLessonForm(open.database, sent, data);
  expect(JSON.stringify(await page())).not.toContain("PRIVATE");
});
