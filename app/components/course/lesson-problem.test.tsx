import { expect, test } from "vitest";
import { LessonProblemSummary } from "~/components/course/lesson-problem";
import { pageHtml } from "tests/setup/page-html";

test("a form that the network did not carry is nothing that the reader has to mend", async () => {
  const problem = { form: "check:first", message: "That did not reach us." };
  const page = await pageHtml(<LessonProblemSummary problem={problem} anchors={["check-first"]} />);
  expect(page).toContain("Not saved yet");
  expect(page).not.toContain("to mend");
  expect(page).toMatch(/href="#check-first"[^>]*>That did not reach us\./);
});
