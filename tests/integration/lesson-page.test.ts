import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Catalogue } from "~/server/content/catalogue.server";
import type { Database } from "~/server/db.server";
import { keepLessonForm } from "~/server/learning/lesson-form.server";
import { lessonPage } from "~/server/learning/lesson-page.server";
import { readLessonState } from "~/server/learning/lesson-state.server";
import { aCatalogue } from "tests/factories/a-catalogue";
import {
  aCheck,
  aCourse,
  aDialogue,
  aLesson,
  anOrder,
  aPath,
  aSort,
  aSpot,
} from "tests/factories/a-lesson";
import { aPerson } from "tests/factories/a-person";
import { anAttempt } from "tests/factories/an-attempt";
import { aScenario, prose } from "tests/factories/scenario";
import { aDatabase, counting, type TestDatabase } from "tests/setup/database";

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
  return lessonPage(catalogue, lesson(), state, { ...person, now });
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
  const { counted, count } = counting(open.database);
  await page(counted);
  expect(count.asked).toBe(1);
});

test("a role-play that the lesson itself invites to is not named again as what comes next", async () => {
  expect((await page()).next).toBeNull();
  const silent = aCatalogue({
    lessons: [aLesson({ checks: [check] })],
    scenarios: [aScenario({ slug: "parcel", title: "The parcel" })],
    courses: [aCourse({ steps })],
  });
  const published = silent.lesson("care/hear-first") ?? lesson();
  const state = await readLessonState(open.database, person.id, "care/hear-first", []);
  expect(lessonPage(silent, published, state, { ...person, now }).next).toMatchObject({
    label: "The parcel",
  });
});

test("a form that was kept leads back to its place, the last one to the end", async () => {
  const at = (anchor: string) => ({ ok: true, value: `/courses/care/hear-first#${anchor}` });
  expect(await post({ reflection: "own-moment", text: "At the bank." })).toEqual(
    at("reflection-own-moment"),
  );
  expect(await post(goal)).toEqual(at("goal"));
  expect(await post({ check: "first-words", option: "b" })).toEqual(at("lesson-complete"));
  const done = await page();
  expect(done).toMatchObject({
    complete: true,
    missing: null,
    onwards: { next: { slug: "parcel" } },
  });
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
  await anAttempt(open.database, { personId: person.id, open: true });
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

const exercises = [
  aSort({ moments: aSort().moments.map((moment) => ({ ...moment, feedback: prose("SECRET") })) }),
  anOrder({ steps: anOrder().steps.map((step) => ({ ...step, feedback: prose("SECRET") })) }),
  aSpot({ sentences: aSpot().sentences.map((one) => ({ ...one, feedback: prose("SECRET") })) }),
];
const lessonWithExercises = () => ({
  revision: "r-exercises",
  definition: aLesson({ checks: [], exercises }),
});

async function exercisePage(reader = person) {
  const published = lessonWithExercises();
  const state = await readLessonState(open.database, reader.id, published.definition.id);
  return lessonPage(catalogue, published, state, { ...reader, now });
}

function postExercise(fields: readonly (readonly [string, string])[]) {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return keepLessonForm(open.database, { person, lesson: lessonWithExercises(), at: now }, data);
}

test("before an answer an exercise tells neither what belongs where nor why, nor by its order", async () => {
  const { state } = await exercisePage();
  const sent = JSON.stringify(state.exercises);
  expect(sent).not.toContain("SECRET");
  expect(sent).not.toMatch(/"(group|belongs|sign|correct|yours)":/);
  const inOrder = anOrder().steps.map(({ id }) => id);
  const orders = new Set<string>();
  for (const reader of [
    person,
    ...(await Promise.all([1, 2, 3].map(() => aPerson(open.database)))),
  ]) {
    const order = (await exercisePage(reader)).state.exercises["steps"]?.parts.map(({ id }) => id);
    expect(order).not.toEqual(inOrder);
    expect(order?.toSorted()).toEqual(inOrder.toSorted());
    orders.add(order?.join() ?? "");
    const again = (await exercisePage(reader)).state.exercises["steps"]?.parts.map(({ id }) => id);
    expect(again).toEqual(order);
  }
  expect(orders.size).toBeGreaterThan(1);
});

test("exercises count for completion like checks, right or wrong, and each part is explained after", async () => {
  expect((await exercisePage()).missing).toBe(
    "Still missing: the exercise “Whose is it now?”, the exercise “In which order?”, the exercise “What shows it?” and your goal.",
  );
  const wrongOrder = ["ask", "hear", "offer", "promise"].map(
    (step, at) => [`place:${step}`, String(at + 1)] as const,
  );
  const sorted = ["call", "note", "promise"].map((moment) => [`place:${moment}`, "yours"] as const);
  await postExercise([["exercise", "whose"], ...sorted]);
  await postExercise([["exercise", "steps"], ...wrongOrder]);
  expect(
    await postExercise([
      ["exercise", "signs"],
      ["mark", "ring"],
    ]),
  ).toMatchObject({
    value: "/courses/care/hear-first#exercise-signs",
  });
  await postExercise(Object.entries(goal));
  const { complete, state } = await exercisePage();
  expect(complete).toBe(true);
  expect(state.exercises["whose"]).toMatchObject({ right: false });
  expect(state.exercises["steps"]).toMatchObject({
    right: false,
    parts: [{ id: "hear", told: { yours: "2" } }, { id: "ask", told: { yours: "1" } }, {}, {}],
  });
  expect(state.exercises["signs"]).toMatchObject({ right: true });
  expect(JSON.stringify(state.exercises)).toContain("SECRET");
  expect(await open.database.completion.findFirst()).toMatchObject({
    because: "Complete because all 3 exercises were answered and a goal was saved.",
  });
});

test("an exercise that came back keeps what was chosen", async () => {
  expect(
    await postExercise([
      ["exercise", "whose"],
      ["place:call", "yours"],
    ]),
  ).toMatchObject({
    problem: { status: 400, problem: { form: "exercise:whose", typed: { call: "yours" } } },
  });
  expect(await postExercise([["exercise", "gone"]])).toMatchObject({ problem: { status: 400 } });
});

test("an answer to an exercise that has changed since stays on record, and is asked anew", async () => {
  await postExercise([
    ["exercise", "signs"],
    ["mark", "ring"],
  ]);
  const changed = {
    revision: "r-changed",
    definition: aLesson({
      checks: [],
      exercises: [aSpot({ sentences: aSpot().sentences.filter(({ id }) => id !== "ring") })],
    }),
  };
  const state = await readLessonState(open.database, person.id, "care/hear-first");
  const shown = lessonPage(catalogue, changed, state, { ...person, now });
  expect(shown.state.exercises["signs"]?.right).toBe(null);
  expect(shown.parts.find(({ anchor }) => anchor === "exercise-signs")?.done).toBe(true);
});

test("how sure a reader is stays with them, can be said again, and completes nothing", async () => {
  const rating = { id: "sure", prompt: prose("How sure are you?"), at: { line: 1, column: 1 } };
  const published = { revision: "r", definition: aLesson({ ratings: [rating] }) };
  const rate = (fields: Readonly<Record<string, string>>) => {
    const data = new FormData();
    for (const [name, value] of Object.entries(fields)) data.append(name, value);
    return keepLessonForm(open.database, { person, lesson: published, at: now }, data);
  };
  expect(await rate({ rating: "sure", sure: "2" })).toEqual({
    ok: true,
    value: "/courses/care/hear-first#rating-sure",
  });
  await rate({ rating: "sure", sure: "2" });
  await rate({ rating: "sure", sure: "4" });
  expect(await rate({ rating: "sure", sure: "9" })).toMatchObject({
    problem: { status: 400, problem: { form: "rating:sure" } },
  });
  const rows = await open.database.selfRating.findMany({ orderBy: { id: "asc" } });
  expect(rows.map(({ sure, prompt }) => [sure, prompt])).toEqual([
    [2, "How sure are you?"],
    [4, "How sure are you?"],
  ]);
  const state = await readLessonState(open.database, person.id, "care/hear-first");
  const shown = lessonPage(catalogue, published, state, { ...person, now });
  expect(shown.state.ratings).toEqual({ sure: 4 });
  expect(shown.parts.map(({ anchor }) => anchor)).toEqual(["check-first-words", "goal"]);
});

test("a talk in a lesson shows the present moment alone, and keeps nothing", async () => {
  const published = { revision: "0123456789", definition: aLesson({ dialogue: aDialogue() }) };
  const state = await readLessonState(open.database, person.id, "care/hear-first");
  const talk = (way: string | null, revision = published.revision) => {
    const shown = lessonPage(catalogue, { ...published, revision }, state, { ...person, now }, way);
    if (shown.state.dialogue === null) throw new Error("The lesson has a talk.");
    return shown.state.dialogue;
  };
  const first = talk(null);
  expect(JSON.stringify(first)).not.toMatch(/SECRET|After|Why|ask|form"/);
  const ask = first.choices.find(({ text }) => JSON.stringify(text).includes("Where"));
  expect(ask?.value).toMatch(/^01234567\.p[0-9a-z]+$/);
  const second = talk(ask?.value ?? "");
  expect(second).toMatchObject({
    before: [{ kind: "said" }, { kind: "answered" }],
    consequence: [{ text: prose("After ask.") }],
    feedback: [prose("Why ask.")],
    back: "01234567",
    ending: null,
  });
  expect(JSON.stringify(second)).not.toMatch(/felt|tonight/);
  const look = second.choices.find(({ text }) => JSON.stringify(text).includes("I look"));
  expect(talk(look?.value ?? "").ending).toMatchObject({ title: "SECRET found" });
  for (const way of ["", "nonsense", `${look?.value ?? ""}x`.repeat(99)]) {
    expect(talk(way).ending).toBe(null);
  }
  const changed = talk(look?.value ?? "", "9876543210");
  expect(changed.before).toEqual([]);
  expect(await open.database.attempt.count()).toBe(0);
});

test("a form of the lesson leads back to where the talk stood", async () => {
  const data = new FormData();
  for (const [name, value] of Object.entries(goal)) data.append(name, value);
  const sent = { person, lesson: lesson(), at: now };
  expect(await keepLessonForm(open.database, sent, data, "01234567.p1")).toEqual({
    ok: true,
    value: "/courses/care/hear-first?talk=01234567.p1#goal",
  });
});
