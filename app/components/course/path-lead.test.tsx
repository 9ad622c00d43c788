import { expect, test } from "vitest";
import { PathLead, type PathState } from "~/components/course/path-lead";
import type { DatedStep } from "~/components/course/step";
import { pageHtml } from "tests/setup/page-html";

const step: DatedStep = {
  kind: "lesson",
  slug: "care/hear-first",
  title: "Hear first",
  summary: "Hear before you help.",
  minutes: 5,
  done: false,
  next: true,
  person: null,
  available: true,
  due: "2026-11-23",
  dueInDays: -2,
  overdueDays: 2,
};

async function words(given: Partial<PathState>): Promise<string> {
  const path: PathState = {
    title: "Your first weeks",
    startDate: "2026-11-23",
    startsInDays: 0,
    steps: [step],
    next: step,
    done: 0,
    complete: false,
    ...given,
  };
  const page = await pageHtml(<PathLead path={path} />);
  return page
    .replace(/<svg.*?<\/svg>/gs, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ");
}

test("a path asks for its next step alone, and is kind about a late one", async () => {
  const text = await words({});
  expect(text).toContain("Your next step, 1 of 1 in “Your first weeks” Hear first");
  expect(text).toContain("Meant for 2 days ago; today is fine too");
});

test("before the first day nothing is expected, and the first step is there for the curious", async () => {
  const text = await words({ startsInDays: 3 });
  expect(text).toMatch(/Your first day is 23 Nov , in 3 days ?\./);
  expect(text).toContain("Nothing is expected of you before then");
  expect(text).toContain("Hear first");
  expect(text).not.toContain("Meant for");
});

test("a finished path says so, also where a step was added since", async () => {
  const text = await words({ complete: true });
  expect(text).toContain("You have finished “Your first weeks”.");
  expect(text).not.toContain("Hear first");
});

test("where the next step is not in use at present, nothing is expected", async () => {
  expect(await words({ next: null })).toContain("Your next step is being mended");
});
