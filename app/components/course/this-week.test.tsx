import { expect, test } from "vitest";
import type { DatedStep } from "~/components/course/step";
import { ThisWeek } from "~/components/course/this-week";
import { pageHtml } from "tests/setup/page-html";

const step: DatedStep = {
  ...{ kind: "lesson", slug: "care/hear-first", title: "Hear first", summary: "Hear first." },
  ...{ minutes: 5, done: false, next: false, person: null, available: true },
  ...{ due: "2026-11-23", dueInDays: 3, overdueDays: 0 },
};
const goal = {
  ...{ id: "g", lessonId: "care/hear-first", lesson: "Hear first" },
  ...{ when: "a call drags on", will: "say what happens next", askedOn: "2026-11-30" },
};

async function words(
  startsInDays: number,
  goals: readonly (typeof goal)[] = [],
  complete = false,
): Promise<string> {
  const path = { title: "Your first weeks", steps: [step], done: 0, startsInDays, complete };
  const page = await pageHtml(<ThisWeek path={path} goals={goals} today="2026-11-20" />);
  return page.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
}

test("the week says what it asks, and before the first day it asks nothing", async () => {
  expect(await words(0)).toContain("1 step is due in the next seven days: about 5 minutes in all");
  const before = await words(4);
  expect(before).not.toContain("seven days");
  expect(before).toContain("1 step is left");
});

test("the whole path stands apart from the week", async () => {
  expect(await words(0)).toMatch(
    /This week .*due in the next seven days.* Your first weeks 0 of 1 step done/,
  );
});

test("a goal is read back with the day on which it is asked about", async () => {
  const page = await words(0, [goal]);
  expect(page).toContain("When a call drags on, I will say what happens next.");
  expect(page).toContain("You are asked how it went on 30 Nov");
});

test("a path that is complete asks nothing of the week, although one of its steps is asked for again", async () => {
  const page = await words(0, [], true);
  expect(page).toContain("1 of 1 step done");
  expect(page).not.toContain("After the next one");
});
