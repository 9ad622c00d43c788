import { expect, test } from "vitest";
import { PathSteps } from "~/components/course/path-steps";
import type { DatedStep } from "~/components/course/step";
import { pageHtml } from "tests/setup/page-html";

const step: DatedStep = {
  kind: "lesson",
  slug: "care/hear-first",
  title: "Hear first",
  summary: "Hear before you help.",
  minutes: 5,
  done: false,
  next: false,
  person: null,
  available: true,
  due: "2026-11-23",
  dueInDays: 3,
  overdueDays: 0,
};

async function words(given: Partial<DatedStep>): Promise<string> {
  const steps = [{ ...step, ...given }];
  const page = await pageHtml(
    <PathSteps title="Your first weeks" steps={steps} complete={false} />,
  );
  return page.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
}

test("each step of a path says when it is meant to be done", async () => {
  expect(await words({ dueInDays: 0 })).toContain("For today");
  expect(await words({ dueInDays: 3 })).toContain("By 23 Nov ");
  expect(await words({ dueInDays: 3 })).not.toContain("2026");
  expect(await words({ due: "2027-01-02", dueInDays: 5 })).toContain("By 2 Jan 2027");
  expect(await words({ done: true })).toContain("5 minutes Done");
});

test("that a late step is fine today too is said once, of the next one", async () => {
  const late = { dueInDays: -5, overdueDays: 5 };
  expect(await words({ ...late, next: true })).toContain("Meant for 5 days ago; today is fine too");
  expect(await words(late)).toContain("Meant for 23 Nov ");
  expect(await words(late)).not.toContain("today is fine too");
});

test("of steps that are long past their day only the next one says that any day is fine", async () => {
  const late = { dueInDays: -300, overdueDays: 300 };
  expect(await words({ ...late, next: true })).toContain("Any day is fine");
  expect(await words(late)).toContain("5 minutes ");
  expect(await words(late)).not.toMatch(/Any day|Meant for/);
});
