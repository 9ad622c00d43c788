import { afterEach, beforeEach, expect, test } from "vitest";
import type { Database } from "~/server/db.server";
import {
  listOwnGoals,
  listOwnRatings,
  questionOf,
  readHomeState,
  recordGoalReview,
  shownGoals,
} from "~/server/learning/goal-review.server";
import { ownData } from "~/server/learning/own-data.server";
import { aCatalogue } from "tests/factories/a-catalogue";
import { aLesson } from "tests/factories/a-lesson";
import { aPerson } from "tests/factories/a-person";
import { aDatabase, counting, type TestDatabase } from "tests/setup/database";

const catalogue = aCatalogue({ lessons: [aLesson()] });
const saved = new Date("2026-11-03T18:00:00Z");
const aWeekLater = new Date("2026-11-10T07:00:00Z");

let open: TestDatabase;
let person: Awaited<ReturnType<typeof aPerson>>;
beforeEach(async () => {
  open = await aDatabase();
  person = await aPerson(open.database);
});
afterEach(() => open.close());

function aGoal(at = saved, personId = person.id) {
  return open.database.goal.create({
    data: {
      ...{ personId, lessonId: "care/hear-first", at },
      ...{ when: "a call drags on", will: "say what happens next" },
    },
  });
}

async function question(now: Date, database: Database = open.database) {
  const state = await readHomeState(database, person.id);
  return questionOf(catalogue, state, { now, timeZone: "Europe/Lisbon" });
}

const answer = (goalId: string, outcome: unknown, at = aWeekLater, personId = person.id) =>
  recordGoalReview(open.database, { personId, goalId, at }, outcome);

test("a week later home quotes the goal to its owner, and the answer stands in its place for the day", async () => {
  const goal = await aGoal();
  expect(await question(saved)).toBe(null);
  expect(await question(aWeekLater)).toEqual({
    goalId: goal.id,
    lesson: "Hear first",
    when: "a call drags on",
    will: "say what happens next",
    answered: null,
  });
  expect(await answer(goal.id, "tried")).toBe("kept");
  expect(await question(aWeekLater)).toMatchObject({ goalId: goal.id, answered: "tried" });
  expect(await question(new Date("2026-11-11T07:00:00Z"))).toBe(null);
});

test("until then home shows the goal with its lesson and the day on which it is asked about", async () => {
  const goal = await aGoal();
  const shownOn = async (now: Date) => {
    const state = await readHomeState(open.database, person.id);
    return shownGoals(catalogue, state, { now, timeZone: "Europe/Lisbon" });
  };
  expect(await shownOn(saved)).toEqual([
    {
      ...{ id: goal.id, lessonId: "care/hear-first", lesson: "Hear first" },
      ...{ when: "a call drags on", will: "say what happens next", askedOn: "2026-11-10" },
    },
  ]);
  expect(await shownOn(aWeekLater)).toEqual([]);
});

test("a double tap is one answer, and another answer is kept beside the first", async () => {
  const goal = await aGoal();
  await answer(goal.id, "not-yet");
  await answer(goal.id, "not-yet");
  expect(await open.database.goalReview.count()).toBe(1);
  await answer(goal.id, "did");
  const rows = await open.database.goalReview.findMany({ orderBy: { id: "asc" } });
  expect(rows.map(({ outcome }) => outcome)).toEqual(["not-yet", "did"]);
  const aWeekAfter = new Date("2026-11-17T07:00:00Z");
  await answer(goal.id, "did", aWeekAfter);
  expect(await open.database.goalReview.count()).toBe(3);
});

test("another person's goal is not found, and an answer that is none keeps nothing", async () => {
  const other = await aPerson(open.database);
  const goal = await aGoal(saved, other.id);
  expect(await answer(goal.id, "did")).toBe(null);
  expect(await question(aWeekLater)).toBe(null);
  const own = await aGoal();
  expect(await answer(own.id, "perfect")).toBe("no-outcome");
  expect(await answer(own.id, null)).toBe("no-outcome");
  expect(await open.database.goalReview.count()).toBe(0);
});

test("home asks the database once", async () => {
  await aGoal();
  const { counted, count } = counting(open.database);
  expect(await question(aWeekLater, counted)).not.toBe(null);
  expect(count.asked).toBe(1);
});

test("one's own record lists goals with how they went, without words that were replaced unanswered", async () => {
  const goal = await aGoal();
  await answer(goal.id, "not-yet");
  await aGoal(new Date("2026-11-20T10:00:00Z"));
  await aGoal(new Date("2026-11-21T10:00:00Z"));
  const goals = await listOwnGoals(open.database, catalogue, person.id);
  expect(goals.map(({ at, reviews }) => [at.slice(0, 10), reviews.length])).toEqual([
    ["2026-11-21", 0],
    ["2026-11-03", 1],
  ]);
});

test("ratings come back question by question, oldest first, and belong to the copy of one's data", async () => {
  const rate = (ratingId: string, sure: number, at: string, lessonId = "care/hear-first") =>
    open.database.selfRating.create({
      data: {
        ...{ personId: person.id, lessonId, ratingId, sure },
        ...{ prompt: `How sure of ${ratingId}?`, at: new Date(at) },
      },
    });
  await rate("a", 1, "2026-11-01T10:00:00Z");
  await rate("b", 2, "2026-11-02T10:00:00Z");
  await rate("a", 3, "2026-11-08T10:00:00Z");
  await rate("a", 4, "2026-10-01T10:00:00Z", "care/another");
  const ratings = await listOwnRatings(open.database, person.id);
  const shown = ratings.map(({ id, prompt, times }) => [id, prompt, times.map(({ sure }) => sure)]);
  expect(shown).toEqual([
    ["care/hear-first#a", "How sure of a?", [1, 3]],
    ["care/hear-first#b", "How sure of b?", [2]],
    ["care/another#a", "How sure of a?", [4]],
  ]);
  await answer((await aGoal()).id, "did");
  const data = await ownData(open.database, person.id, aWeekLater);
  expect(data.selfRatings).toHaveLength(4);
  expect(data.goalReviews).toMatchObject([{ outcome: "did" }]);
});
