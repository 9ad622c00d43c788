import { expect, test } from "vitest";
import { completionKey } from "~/core/completion/record";
import type { CompletionKind } from "~/core/completion/rule";
import type { LearnerState } from "~/server/learning/learner-state.server";
import { onwards } from "~/server/learning/onwards.server";
import { aCatalogue } from "tests/factories/a-catalogue";
import { aCourse, aLesson, aPath } from "tests/factories/a-lesson";
import { aScenario } from "tests/factories/scenario";

const lesson = (name: string) => ({ kind: "lesson" as const, slug: `care/${name}` });
const parcel = { kind: "scenario" as const, slug: "parcel" };
const content = aCatalogue({
  lessons: ["first", "second", "third"].map((name) => aLesson({ id: `care/${name}`, title: name })),
  scenarios: [aScenario({ slug: "parcel", title: "The parcel" })],
  courses: [
    aCourse({
      title: "Care",
      steps: [
        { kind: "lesson", lesson: "care/first" },
        { kind: "scenario", scenario: "parcel" },
        { kind: "lesson", lesson: "care/third" },
      ],
    }),
  ],
  paths: [
    aPath({
      steps: [
        { kind: "lesson", lesson: "care/second", dueAfterDays: 0 },
        { kind: "lesson", lesson: "care/first", dueAfterDays: 0 },
      ],
    }),
  ],
});

function after(
  done: Parameters<typeof onwards>[3],
  before: readonly { readonly kind: CompletionKind; readonly slug: string }[] = [],
) {
  const state: LearnerState = {
    completed: new Set([done, ...before].map(({ kind, slug }) => completionKey(kind, slug))),
    byHand: new Set(),
    reopened: new Map(),
    renewals: [],
    assigned: [{ pathSlug: "onboarding", startDate: "2026-11-20" }],
  };
  const reader = { now: new Date("2026-11-21T10:00:00Z"), timeZone: "Europe/Lisbon" };
  return onwards(content, state, reader, done);
}

test("after a step of the path the path goes on, and the course is named beside it", () => {
  expect(after(lesson("first"))).toMatchObject({
    next: lesson("second"),
    course: { title: "Care", complete: false, next: parcel },
  });
});

test("after a role-play that is in no path its course goes on, and is not named twice", () => {
  expect(after(parcel, [lesson("first")])).toMatchObject({
    next: lesson("third"),
    course: { title: "Care", complete: false, next: null },
  });
});

test("what completes a course says so, and the path goes on", () => {
  expect(
    after(parcel, [lesson("first"), lesson("third"), { kind: "course", slug: "care" }]),
  ).toMatchObject({
    next: lesson("second"),
    course: { complete: true, next: null },
  });
});

test("what is in no course and no path leads on along the path", () => {
  expect(after({ kind: "scenario", slug: "elsewhere" })).toMatchObject({
    next: lesson("second"),
    course: null,
  });
});
