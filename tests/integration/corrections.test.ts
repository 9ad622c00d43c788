import { afterEach, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { civilDateAt } from "~/core/calendar/civil-date";
import type { Viewer } from "~/core/access/policy";
import { recordsCsv } from "~/server/learning/records-csv.server";
import { everyRecord } from "~/server/learning/records.server";
import { findRecord, recordByHand, withdrawRecord } from "~/server/learning/corrections.server";
import { readLearnerState } from "~/server/learning/learner-state.server";
import { recordAnswer, recordGoal } from "~/server/learning/lesson-answers.server";
import { readLessonState } from "~/server/learning/lesson-state.server";
import { listOwnCompletions } from "~/server/learning/own-record.server";
import { courseOf } from "~/server/learning/progress.server";
import { takenBack } from "~/server/learning/asked-again.server";
import { aCatalogue } from "tests/factories/a-catalogue";
import { aCourse, aLesson } from "tests/factories/a-lesson";
import { aPerson } from "tests/factories/a-person";
import { aDatabase, type TestDatabase } from "tests/setup/database";

const content = vi.hoisted((): { current: unknown } => ({ current: null }));
vi.mock("~/server/content/catalogue.server", () => ({ catalogue: () => content.current }));

const year = { amount: 12, unit: "month" } as const;
const catalogue = aCatalogue({ lessons: [aLesson()], courses: [aCourse({ validFor: year })] });
const lessonKey = "lesson:care/hear-first";

let open: TestDatabase;
beforeEach(async () => {
  open = await aDatabase();
  content.current = catalogue;
});
afterEach(() => open.close());

async function people() {
  const trainer = await aPerson(open.database, { roles: ["trainer"] });
  const learner = await aPerson(open.database);
  const viewer: Viewer = { id: trainer.id, roles: ["trainer"] };
  const author = { id: trainer.id, address: "192.0.2.7" };
  return { learner, trainer, viewer, author };
}

type Person = Awaited<ReturnType<typeof people>>["learner"];

async function completeLesson(person: Person, words = "say it back"): Promise<void> {
  const lesson = catalogue.lesson("care/hear-first");
  if (lesson === null) throw new Error("The catalogue has no such lesson.");
  const sent = { person, lesson, at: new Date() };
  await recordAnswer(open.database, sent, { check: "first-words", options: ["b"] });
  await recordGoal(open.database, sent, { when: "someone waits", will: words });
}

const rows = () => open.database.completion.findMany({ orderBy: { id: "asc" } });
const completedOf = async (person: Person) =>
  (await readLearnerState(open.database, person.id)).completed;

async function recordOf(kind: string, viewer: Viewer) {
  const row = await open.database.completion.findFirstOrThrow({
    where: { kind, outcome: "completed" },
    orderBy: { id: "desc" },
  });
  const found = await findRecord(open.database, viewer, row.id);
  if (found === null) throw new Error("The viewer may see it.");
  return found;
}

test("a record that does not stand stays, counts no more, and can be earned anew", async () => {
  const { learner, viewer, author } = await people();
  await completeLesson(learner);
  const before = await rows();
  const record = await recordOf("lesson", viewer);
  const done = await withdrawRecord(open.database, author, record, "Somebody else sat there");
  expect(done.ok).toBe(true);
  expect(await rows()).toEqual(expect.arrayContaining(before));
  expect((await completedOf(learner)).has(lessonKey)).toBe(false);
  expect((await completedOf(learner)).has("course:care")).toBe(true);
  const asked = await readLessonState(open.database, learner.id, "care/hear-first");
  expect([asked.answers, asked.goals]).toEqual([[], []]);
  await completeLesson(learner);
  expect((await completedOf(learner)).has(lessonKey)).toBe(true);
  const [, , correction, again] = await rows();
  expect(correction).toMatchObject({
    ...{ outcome: "withdrawn", correctsId: record.id, authorId: author.id },
    reason: "Somebody else sat there",
  });
  expect(again).toMatchObject({ kind: "lesson", outcome: "completed", correctsId: null });
});

test("a step whose record was taken back says since when and why, until it is done again", async () => {
  const { learner, viewer, author } = await people();
  const asked = async () => {
    const state = await readLearnerState(open.database, learner.id);
    const step = { kind: "lesson", slug: "care/hear-first" } as const;
    return takenBack(open.database, learner.id, state, step);
  };
  expect(await asked()).toBeNull();
  await completeLesson(learner);
  expect(await asked()).toBeNull();
  await withdrawRecord(open.database, author, await recordOf("lesson", viewer), "Not theirs");
  expect(await asked()).toMatchObject({
    title: "“Hear first” is to be done again",
    sentence: expect.stringMatching(
      /^Your record of it was taken back on \d+ \w+ \d{4}: Not theirs$/,
    ) as string,
  });
  await completeLesson(learner);
  expect(await asked()).toBeNull();
});

test("a record is corrected once, however many correct it, and each is in the audit", async () => {
  const { learner, viewer, author } = await people();
  await completeLesson(learner);
  const record = await recordOf("lesson", viewer);
  const done = await Promise.all(
    [1, 2, 3].map((one) => withdrawRecord(open.database, author, record, `Reason ${one}`)),
  );
  expect(done.filter(({ ok }) => ok)).toHaveLength(1);
  const entries = await open.database.auditEntry.findMany();
  expect(entries.map(({ action, subject }) => [action, subject])).toEqual([
    ["completion.corrected", `completion:${record.id}`],
  ]);
  expect(entries[0]?.detail).not.toContain("Reason");
});

test("lists, the file and one's own record say what is corrected", async () => {
  const { learner, viewer, author } = await people();
  await completeLesson(learner);
  await withdrawRecord(open.database, author, await recordOf("lesson", viewer), "Not theirs");
  const own = await listOwnCompletions(open.database, learner.id);
  expect(own.map(({ kind, outcome }) => `${kind} ${outcome}`).sort()).toEqual([
    "course completed",
    "lesson corrected",
    "lesson withdrawn",
  ]);
  let file = "";
  for await (const part of recordsCsv(everyRecord(open.database, { of: "everyone" }, {}))) {
    file += part;
  }
  const outcomes = file
    .trim()
    .split("\r\n")
    .slice(1)
    .map((line) => line.split('","')[6]);
  expect(outcomes.toSorted()).toEqual(["completed", "corrected", "withdrawn"]);
  expect(file).toContain("Does not stand any more: Not theirs");
});

test("nobody corrects their own record, and nobody one that they may not see", async () => {
  const { learner, viewer } = await people();
  await completeLesson(learner);
  const { id, mayCorrect } = await recordOf("lesson", viewer);
  expect(mayCorrect).toBe(true);
  const self: Viewer = { id: learner.id, roles: ["trainer"] };
  expect((await findRecord(open.database, self, id))?.mayCorrect).toBe(false);
  const stranger: Viewer = { id: viewer.id, roles: ["manager"] };
  expect(await findRecord(open.database, stranger, id)).toBeNull();
});

function byHand(email: string, on: string, kind: "lesson" | "course" = "course") {
  const slug = kind === "course" ? "care" : "care/hear-first";
  return { email, thing: { kind, slug }, on, reason: "Done at the old place" };
}

test("what was completed elsewhere is put on record by hand, once, with who and why", async () => {
  const { learner, viewer, author } = await people();
  const hand = { viewer, author, content: catalogue };
  const today = civilDateAt(new Date(), learner.timeZone);
  const done = await recordByHand(open.database, hand, byHand(learner.email, today, "lesson"));
  expect(done.ok).toBe(true);
  const [lesson, course] = await rows();
  expect(lesson).toMatchObject({
    ...{ kind: "lesson", rule: "by-hand@1", authorId: author.id, outcome: "completed" },
    // The words are in one place, where an erasure finds them.
    ...{ because: "Complete because it was recorded by hand.", reason: "Done at the old place" },
  });
  expect(course).toMatchObject({ kind: "course", rule: "course.every-step@1" });
  expect((await recordOf("lesson", viewer)).because).toBe(
    "Complete because it was recorded by hand: Done at the old place",
  );
  const again = await recordByHand(open.database, hand, byHand(learner.email, today, "lesson"));
  expect(again).toEqual({
    ok: false,
    problem: [{ field: "thing", sentence: "That is on their record already." }],
  });
});

test("what cannot be recorded by hand is told at its field", async () => {
  const { learner, trainer, viewer, author } = await people();
  const hand = { viewer, author, content: catalogue };
  const field = async (given: ReturnType<typeof byHand>) => {
    const done = await recordByHand(open.database, hand, given);
    return done.ok ? null : done.problem.map((one) => one.field).join(" and ");
  };
  expect(await field(byHand("nobody@example.test", "2026-01-01"))).toBe("email");
  expect(await field(byHand(trainer.email, "2026-01-01"))).toBe("email");
  expect(await field(byHand(learner.email, "2999-01-01"))).toBe("on");
  const gone = {
    ...byHand(learner.email, "2026-01-01"),
    thing: { kind: "path", slug: "x" },
  } as const;
  const refused = await recordByHand(open.database, hand, gone);
  expect(refused.ok ? [] : refused.problem.map((one) => one.field)).toEqual(["thing"]);
});

test("a day that has come for whoever keeps the record, and not where the person is, is told as that", async () => {
  vi.useFakeTimers({ now: new Date("2026-12-08T20:00:00Z"), toFake: ["Date"] });
  onTestFinished(() => void vi.useRealTimers());
  const { learner, viewer, author } = await people();
  const { id, name, email } = learner;
  await open.database.person.update({ where: { id }, data: { timeZone: "Europe/Lisbon" } });
  const hand = { viewer, author, content: catalogue };
  const told = async (on: string) => {
    const done = await recordByHand(open.database, hand, byHand(email, on));
    return done.ok ? null : done.problem.map(({ sentence }) => sentence).join(" ");
  };
  expect(await told("2026-12-09")).toBe(
    `Where ${name} is it is still 8 Dec 2026: that day has not come there yet.`,
  );
  expect(await told("2026-12-10")).toBe("That day has not come yet.");
  expect(await told("2026-12-08")).toBeNull();
});

test("nothing is recorded by hand of whoever has left, whose address is in no list to pick from", async () => {
  const { learner, viewer, author } = await people();
  const { id, email } = learner;
  await open.database.person.update({ where: { id }, data: { deactivatedAt: new Date() } });
  const hand = { viewer, author, content: catalogue };
  expect(await recordByHand(open.database, hand, byHand(email, "2026-11-20"))).toMatchObject({
    problem: [{ field: "email" }],
  });
  expect(await rows()).toEqual([]);
});

test("a course recorded by hand is complete by hand, until its steps are taken here", async () => {
  const { learner, viewer, author } = await people();
  const shown = async () =>
    courseOf(catalogue, "care", await readLearnerState(open.database, learner.id));
  expect(await shown()).toMatchObject({ complete: false, byHand: false });
  const hand = { viewer, author, content: catalogue };
  await recordByHand(open.database, hand, byHand(learner.email, "2026-11-20"));
  expect(await shown()).toMatchObject({ complete: true, byHand: true, done: 0 });
  await completeLesson(learner);
  expect(await shown()).toMatchObject({ complete: true, byHand: false, done: 1 });
});

test("a course that has a new step since it was completed is not one by hand", async () => {
  const { learner } = await people();
  await completeLesson(learner);
  const steps = [...aCourse().steps, { kind: "scenario", scenario: "parcel" } as const];
  const grown = aCatalogue({ lessons: [aLesson()], courses: [aCourse({ steps })] });
  const state = await readLearnerState(open.database, learner.id);
  expect(courseOf(grown, "care", state)).toMatchObject({ complete: true, byHand: false, done: 1 });
});

test("a day that cannot be and an address that nobody has are told in one answer", async () => {
  const { learner, viewer, author } = await people();
  const hand = { viewer, author, content: catalogue };
  const told = async (email: string, on: string) => {
    const done = await recordByHand(open.database, hand, byHand(email, on));
    return done.ok ? [] : done.problem.map(({ sentence }) => sentence);
  };
  const nobody = "Nobody whose record you may keep has that e-mail address.";
  const tooEarly = "That day is more than fifty years ago. Check the year.";
  expect(await told("nobody@example.test", "2999-01-01")).toEqual([
    nobody,
    "That day has not come yet.",
  ]);
  expect(await told("nobody@example.test", "1900-01-01")).toEqual([nobody, tooEarly]);
  expect(await told(learner.email, "1900-01-01")).toEqual([tooEarly]);
  expect(await rows()).toEqual([]);
  // They may have learned elsewhere, long before their first day here.
  expect(await told(learner.email, "2009-05-04")).toEqual([]);
});

test("a completion that lasted for its time is asked for again, and the old record stays", async () => {
  const { learner, viewer, author } = await people();
  const hand = { viewer, author, content: catalogue };
  // The course was completed long ago; it lasts twelve months by its settings.
  await recordByHand(open.database, hand, byHand(learner.email, "2024-02-29"));
  const old = await open.database.completion.findFirstOrThrow({ where: { kind: "course" } });
  expect(old.validUntil).toBe("2025-02-28");
  const state = await readLearnerState(open.database, learner.id);
  expect(state.renewals).toEqual([
    { kind: "course", slug: "care", lasted: "2025-02-28", due: "2025-03-30" },
  ]);
  expect(state.completed.has("course:care")).toBe(false);
  const today = civilDateAt(new Date(), learner.timeZone);
  expect((await recordByHand(open.database, hand, byHand(learner.email, "2024-03-01"))).ok).toBe(
    false,
  );
  expect((await recordByHand(open.database, hand, byHand(learner.email, today))).ok).toBe(true);
  expect((await completedOf(learner)).has("course:care")).toBe(true);
  expect(await open.database.completion.findUnique({ where: { id: old.id } })).toEqual(old);
});

test("a rule that changed leaves what was completed under the old one complete", async () => {
  const { learner } = await people();
  await open.database.completion.create({
    data: {
      ...{ personId: learner.id, kind: "lesson", slug: "care/hear-first", title: "Hear first" },
      ...{ revisionHash: "old", rule: "lesson.checks-and-goal@0", evidence: "[]" },
      ...{ because: "Complete because it was so then.", timeZone: "UTC" },
      requirement: `${learner.id}:lesson:care/hear-first:1`,
    },
  });
  expect((await completedOf(learner)).has(lessonKey)).toBe(true);
  await completeLesson(learner);
  const lessons = (await rows()).filter(({ kind }) => kind === "lesson");
  expect(lessons.map(({ rule }) => rule)).toEqual(["lesson.checks-and-goal@0"]);
});
