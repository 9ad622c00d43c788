import { expect, test } from "vitest";
import { LessonParts } from "~/components/lesson/lesson-parts";
import { pageHtml } from "tests/setup/page-html";

const goal = { label: "Your goal", anchor: "goal", done: true };
const added = { label: "What comes first?", anchor: "check-first", done: false };

test("of a lesson that is not on record it is said what is left to do", async () => {
  const page = await pageHtml(<LessonParts parts={[added, goal]} complete={false} />);
  expect(page).toContain("What makes this lesson complete");
  expect(page).toContain("still to do");
});

test("of a lesson on record nothing is still to do, also where a question came later", async () => {
  const page = await pageHtml(<LessonParts parts={[added, goal]} complete />);
  expect(page).toContain("This lesson is complete");
  expect(page).toContain("open to you");
  expect(page).not.toContain("still to do");
});

test("a lesson of which everything is done is complete before its record is looked at", async () => {
  const page = await pageHtml(<LessonParts parts={[goal]} complete={false} />);
  expect(page).toContain("This lesson is complete");
});
