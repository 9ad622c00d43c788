import { renderToStaticMarkup } from "react-dom/server";
import { createMemoryRouter, RouterProvider } from "react-router-dom";
import { expect, test } from "vitest";
import { PathSteps } from "~/components/course/path-steps";
import type { DatedStep } from "~/components/course/step";

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

function words(given: Partial<DatedStep>): string {
  const steps = [{ ...step, ...given }];
  const element = <PathSteps title="Your first weeks" steps={steps} done={0} />;
  const router = createMemoryRouter([{ path: "*", element }]);
  return renderToStaticMarkup(<RouterProvider router={router} />)
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ");
}

test("each step of a path says when it is meant to be done", () => {
  expect(words({ dueInDays: 0 })).toContain("For today");
  expect(words({ dueInDays: 3 })).toContain("By 23 Nov 2026");
  expect(words({ done: true })).toContain("5 minutes Done");
});

test("that a late step is fine today too is said once, of the next one", () => {
  const late = { dueInDays: -5, overdueDays: 5 };
  expect(words({ ...late, next: true })).toContain("Meant for 5 days ago; today is fine too");
  expect(words(late)).toContain("Meant for 23 Nov 2026");
  expect(words(late)).not.toContain("today is fine too");
});

test("of steps that are long past their day only the next one says that any day is fine", () => {
  const late = { dueInDays: -300, overdueDays: 300 };
  expect(words({ ...late, next: true })).toContain("Any day is fine");
  expect(words(late)).toContain("5 minutes ");
  expect(words(late)).not.toMatch(/Any day|Meant for/);
});
