import { expect, test } from "vitest";
import { lessonsByCourse } from "~/server/content/lessons-by-course.server";
import type { StudioPiece } from "~/server/content/studio.server";
import { aCatalogue } from "tests/factories/a-catalogue";
import { aCourse } from "tests/factories/a-lesson";

function aPiece(kind: StudioPiece["kind"], slug: string, title = slug): StudioPiece {
  const state = { state: "inUse", revision: null, errors: 0, warnings: 0 } as const;
  return { kind, slug, title, file: `${slug}.mdx`, layer: "shipped", ...state };
}

const { courses } = aCatalogue({
  courses: [aCourse({ slug: "welcome", order: 1 }), aCourse({ slug: "care", order: 2 })],
});

test("the studio has lessons under their courses, courses in their own order and lessons as their folders are numbered", () => {
  const pieces = [
    aPiece("lesson", "care/hear"),
    aPiece("lesson", "care/answer"),
    aPiece("lesson", "welcome/why"),
    aPiece("course", "care", "Care"),
    aPiece("course", "welcome", "Welcome"),
    aPiece("scenario", "parcel"),
  ];
  const told = lessonsByCourse(pieces, { courses }).map(({ title, lessons }) => [
    title,
    lessons.map(({ slug }) => slug),
  ]);
  expect(told).toEqual([
    ["Welcome", ["welcome/why"]],
    ["Care", ["care/hear", "care/answer"]],
  ]);
});

test("lessons of a course that is not good yet come last, and a course without lessons has no heading", () => {
  const pieces = [aPiece("lesson", "a-new-one/first"), aPiece("lesson", "care/hear")];
  const told = lessonsByCourse(pieces, { courses }).map(({ slug, title }) => [slug, title]);
  expect(told).toEqual([
    ["care", "care"],
    ["a-new-one", "a-new-one"],
  ]);
});
