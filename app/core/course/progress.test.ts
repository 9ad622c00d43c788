import { expect, test } from "vitest";
import { fc } from "tests/setup/properties";
import { addDays, daysBetween } from "~/core/calendar/civil-date";
import { completionKey } from "~/core/completion/record";
import type { PathStep } from "~/core/course/definition";
import { courseProgress, pathProgress } from "~/core/course/progress";

const steps: readonly PathStep[] = [
  { kind: "lesson", lesson: "care/hear", dueAfterDays: 0 },
  { kind: "scenario", scenario: "parcel", dueAfterDays: 3 },
  { kind: "lesson", lesson: "care/say", dueAfterDays: 7 },
];
const done = (...keys: string[]) => new Set(keys);
const at = (today: string, completed: ReadonlySet<string> = done()) =>
  pathProgress({ slug: "onboarding", steps }, { startDate: "2026-03-27", today, completed });

test("the next step is the first that is not done, whatever was done after it", () => {
  expect(at("2026-03-27").next?.slug).toBe("care/hear");
  expect(at("2026-03-27", done("scenario:parcel")).next?.slug).toBe("care/hear");
  expect(at("2026-03-27", done("lesson:care/hear")).next?.slug).toBe("parcel");
});

test("due days count from the start date, also over the change to summer time", () => {
  expect(at("2026-03-27").steps.map(({ due }) => due)).toEqual([
    "2026-03-27",
    "2026-03-30",
    "2026-04-03",
  ]);
});

test("a step due today is not overdue; a done one never is", () => {
  const progress = at("2026-04-01", done("lesson:care/hear"));
  expect(progress.steps.map(({ overdueDays }) => overdueDays)).toEqual([0, 2, 0]);
  expect(at("2026-03-30").steps[1]?.overdueDays).toBe(0);
});

test("before the start date the days until it are counted and nothing is overdue", () => {
  const progress = at("2026-03-20");
  expect(progress.startsInDays).toBe(7);
  expect(progress.steps.every(({ overdueDays }) => overdueDays === 0)).toBe(true);
});

test("a path is complete when every step is, and then nothing is next", () => {
  const all = done("lesson:care/hear", "scenario:parcel", "lesson:care/say");
  expect(at("2026-06-01", all)).toMatchObject({ complete: true, next: null, done: 3 });
});

test("a course without steps is not complete", () => {
  expect(courseProgress({ slug: "care", steps: [] }, done())).toMatchObject({
    complete: false,
    next: null,
  });
});

test("completing the next step always moves on, and the number done never falls", () => {
  const slugs = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d", "e"), { minLength: 1 });
  fc.assert(
    fc.property(slugs, fc.nat(30), (names, days) => {
      const path = {
        slug: "onboarding",
        steps: names.map((lesson, index) => ({
          kind: "lesson" as const,
          lesson,
          dueAfterDays: index,
        })),
      };
      const completed = new Set<string>();
      const startDate = "2026-10-20";
      const today = addDays(startDate, days);
      for (let count = 0; count < names.length; count += 1) {
        const progress = pathProgress(path, { startDate, today, completed });
        expect(progress.done).toBe(count);
        expect(progress.next?.slug).toBe(names[count]);
        expect(progress.next?.overdueDays).toBe(
          Math.max(0, daysBetween(progress.next?.due ?? today, today)),
        );
        completed.add(completionKey("lesson", progress.next?.slug ?? ""));
      }
      expect(pathProgress(path, { startDate, today, completed }).complete).toBe(true);
    }),
  );
});

test("a step that is added to what is on record asks for nothing", () => {
  expect(at("2026-06-01", done("path:onboarding")).complete).toBe(true);
  const course = { slug: "care", steps };
  expect(courseProgress(course, done("course:care"))).toMatchObject({ complete: true, done: 0 });
});
