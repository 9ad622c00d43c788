import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Catalogue } from "~/server/content/catalogue.server";
import { recordScenarioCompletion } from "~/server/learning/completions.server";
import {
  recordAnswer,
  recordGoal,
  recordReflection,
} from "~/server/learning/lesson-answers.server";
import { readLessonState } from "~/server/learning/lesson-state.server";
import { aCatalogue } from "tests/factories/a-catalogue";
import { aCheck, aCourse, aLesson, aPath } from "tests/factories/a-lesson";
import { aPerson } from "tests/factories/a-person";
import { aScenario } from "tests/factories/scenario";
import { anAttempt } from "tests/factories/an-attempt";
import { aDatabase, type TestDatabase } from "tests/setup/database";

const content = vi.hoisted((): { current: unknown } => ({ current: null }));
vi.mock("~/server/content/catalogue.server", () => ({ catalogue: () => content.current }));

const at = new Date("2026-11-21T10:00:00Z");
const goal = { when: "someone repeats themself", will: "say it back" };
const lessonDefinition = aLesson({ checks: [aCheck(), aCheck({ id: "second" })] });
const steps = [
  { kind: "lesson" as const, lesson: "care/hear-first", dueAfterDays: 0 },
  { kind: "scenario" as const, scenario: "parcel", dueAfterDays: 3 },
];

let catalogue: Catalogue;
let open: TestDatabase;
beforeEach(async () => {
  open = await aDatabase();
  catalogue = aCatalogue({
    lessons: [lessonDefinition],
    scenarios: [aScenario({ slug: "parcel", title: "The parcel" })],
    courses: [aCourse({ steps })],
    paths: [aPath({ steps }), aPath({ slug: "managers", title: "For managers" })],
  });
  content.current = catalogue;
});
afterEach(() => open.close());

function lesson() {
  const published = catalogue.lesson("care/hear-first");
  if (published === null) throw new Error("The catalogue has no such lesson.");
  return published;
}
const kinds = async () =>
  (await open.database.completion.findMany({ orderBy: { id: "asc" } })).map(({ kind }) => kind);

async function passParcel(person: { id: string; timeZone: string }, times = 1) {
  const runs = Array.from({ length: times }, () =>
    open.database.$transaction(async (transaction) => {
      const attempt = await anAttempt(transaction, { personId: person.id, outcome: "passed" });
      return recordScenarioCompletion(transaction, {
        person,
        scenarioSlug: "parcel",
        revision: attempt.revisionHash,
        attemptId: attempt.id,
        at,
      });
    }),
  );
  return (await Promise.all(runs)).flat();
}

test("a lesson is on record after its last check or goal, in whichever order they come", async () => {
  const person = await aPerson(open.database);
  const sent = { person, lesson: lesson(), at };
  await recordGoal(open.database, sent, goal);
  await recordAnswer(open.database, sent, { check: "second", options: ["a"] });
  expect(await kinds()).toEqual([]);
  const last = await recordAnswer(open.database, sent, { check: "first-words", options: ["b"] });
  expect(last.ok && last.value.completed).toEqual([
    { kind: "lesson", slug: "care/hear-first", title: "Hear first" },
  ]);
  const row = await open.database.completion.findFirstOrThrow();
  expect(row).toMatchObject({
    personId: person.id,
    kind: "lesson",
    slug: "care/hear-first",
    revisionHash: "revision-of-care/hear-first",
    rule: "lesson.checks-and-goal@2",
    because: "Complete because both checks were answered and a goal was saved.",
    outcome: "completed",
    completedAt: at,
    timeZone: "Europe/Lisbon",
  });
  const evidence = JSON.parse(row.evidence) as { kind: string; id: string }[];
  expect(evidence.map((one) => one.kind)).toEqual(["answer", "answer", "goal"]);
  expect(await open.database.goal.count({ where: { id: evidence[2]?.id ?? "" } })).toBe(1);
});

test("a reflection is kept and completes nothing", async () => {
  const person = await aPerson(open.database);
  const sent = { person, lesson: lesson(), at };
  await recordReflection(open.database, sent, { reflection: "own-moment", text: "At the bank." });
  const state = await readLessonState(open.database, person.id, "care/hear-first");
  expect(state.reflections).toMatchObject([{ reflection: "own-moment", text: "At the bank." }]);
  expect(await kinds()).toEqual([]);
});

test("50 posts of the same form at once are one answer, one goal and one completion", async () => {
  const person = await aPerson(open.database);
  const sent = { person, lesson: lesson(), at };
  await recordAnswer(open.database, sent, { check: "second", options: ["a"] });
  await Promise.all(
    Array.from({ length: 50 }, (_, index) =>
      index % 2 === 0
        ? recordAnswer(open.database, sent, { check: "first-words", options: ["b"] })
        : recordGoal(open.database, sent, goal),
    ),
  );
  expect(await open.database.checkAnswer.count({ where: { checkId: "first-words" } })).toBe(1);
  expect(await open.database.goal.count()).toBe(1);
  expect(await kinds()).toEqual(["lesson"]);
});

test("another answer is kept beside the first, and the latest is the one to show", async () => {
  const person = await aPerson(open.database);
  const sent = { person, lesson: lesson(), at };
  for (const option of ["a", "b", "b", "a"]) {
    await recordAnswer(open.database, sent, { check: "second", options: [option] });
  }
  const state = await readLessonState(open.database, person.id, "care/hear-first");
  expect(state.answers.map(({ options }) => options[0])).toEqual(["a", "b", "a"]);
});

test("a role-play that completes the course and the path puts all three on record", async () => {
  const person = await aPerson(open.database, { paths: ["onboarding"] });
  const sent = { person, lesson: lesson(), at };
  await recordGoal(open.database, sent, goal);
  for (const check of ["first-words", "second"]) {
    await recordAnswer(open.database, sent, { check, options: ["a"] });
  }
  const recorded = await passParcel(person);
  expect(recorded.map(({ kind }) => kind)).toEqual(["scenario", "course", "path"]);
  expect(await kinds()).toEqual(["lesson", "scenario", "course", "path"]);
  const course = await open.database.completion.findFirstOrThrow({ where: { kind: "course" } });
  expect(course.revisionHash).toBe("revision-of-care");
  expect(course.because).toBe(
    "Complete because 1 lesson and 1 role-play of this course are complete.",
  );
});

test("a path that was not assigned is not completed by chance", async () => {
  const person = await aPerson(open.database);
  const sent = { person, lesson: lesson(), at };
  await recordGoal(open.database, sent, goal);
  for (const check of ["first-words", "second"]) {
    await recordAnswer(open.database, sent, { check, options: ["a"] });
  }
  await passParcel(person);
  expect(await kinds()).toEqual(["lesson", "scenario", "course"]);
});

test("50 passed runs at once make one completion", async () => {
  const person = await aPerson(open.database);
  const recorded = await passParcel(person, 50);
  expect(recorded).toHaveLength(1);
  expect(await kinds()).toEqual(["scenario"]);
});

test("a run that did not pass, or was practice, or is somebody else's, cannot be recorded", async () => {
  const person = await aPerson(open.database);
  const other = await aPerson(open.database);
  const attempts = [
    await anAttempt(open.database, { personId: person.id, outcome: "failed" }),
    await anAttempt(open.database, { personId: person.id, mode: "practice", outcome: "passed" }),
    await anAttempt(open.database, { personId: other.id, outcome: "passed" }),
  ];
  for (const attempt of attempts) {
    const recording = open.database.$transaction((transaction) =>
      recordScenarioCompletion(transaction, {
        person,
        scenarioSlug: "parcel",
        revision: attempt.revisionHash,
        attemptId: attempt.id,
        at,
      }),
    );
    await expect(recording).rejects.toThrow();
  }
  expect(await kinds()).toEqual([]);
});

test("evidence and completion are written together or not at all", async () => {
  const person = await aPerson(open.database);
  const sent = { person, lesson: lesson(), at };
  for (const check of ["first-words", "second"]) {
    await recordAnswer(open.database, sent, { check, options: ["a"] });
  }
  content.current = null;
  await expect(recordGoal(open.database, sent, goal)).rejects.toThrow();
  expect(await open.database.goal.count()).toBe(0);
  expect(await kinds()).toEqual([]);
});

test("what is sent but cannot be kept changes nothing", async () => {
  const person = await aPerson(open.database);
  const sent = { person, lesson: lesson(), at };
  const outcomes = [
    await recordAnswer(open.database, sent, { check: "gone", options: ["a"] }),
    await recordAnswer(open.database, sent, { check: "second", options: ["z"] }),
    await recordGoal(open.database, sent, { when: "x".repeat(501), will: "y" }),
    await recordReflection(open.database, sent, {
      reflection: "own-moment",
      text: "x".repeat(4001),
    }),
  ];
  expect(outcomes.map(({ ok }) => ok)).toEqual([false, false, false, false]);
  const state = await readLessonState(open.database, person.id, "care/hear-first");
  expect(state).toMatchObject({ answers: [], goals: [], reflections: [] });
});
