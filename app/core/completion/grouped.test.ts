import { expect, test } from "vitest";
import { groupRecords } from "./grouped";
import type { OwnCompletion } from "./record";
import { completionKinds, type CompletionKind } from "./rule";
import { fc } from "tests/setup/properties";

const courses = [
  {
    slug: "care",
    title: "Care",
    steps: [
      { kind: "lesson", lesson: "care/hear-first" },
      { kind: "scenario", scenario: "parcel" },
    ],
  },
  { slug: "more", title: "More", steps: [{ kind: "scenario", scenario: "parcel" }] },
] as const;

function record(id: string, kind: CompletionKind, slug: string): OwnCompletion {
  return {
    ...{ id, kind, slug, title: `Title of ${slug}`, outcome: "completed", because: "Because." },
    ...{ validUntil: null, attemptId: null, rule: "rule@1" },
    ...{ completedAt: "2026-11-21T09:00:00.000Z", timeZone: "UTC" },
  };
}

function shown(records: readonly OwnCompletion[]) {
  return groupRecords(records, courses).map(({ title, whole, parts }) => [
    title,
    whole === null ? null : [whole.latest.id, ...whole.earlier.map(({ id }) => id)],
    ...parts.map(({ latest, earlier }) => [latest.id, ...earlier.map(({ id }) => id)]),
  ]);
}

test("a course holds its own record and those of its lessons and role-plays", () => {
  expect(
    shown([
      record("3", "course", "care"),
      record("2", "scenario", "parcel"),
      record("1", "lesson", "care/hear-first"),
    ]),
  ).toEqual([["Care", ["3"], ["2"], ["1"]]]);
});

test("what is on record more than once is one entry, the newest first", () => {
  expect(
    shown([
      record("4", "scenario", "parcel"),
      record("3", "course", "care"),
      record("2", "scenario", "parcel"),
      record("1", "course", "care"),
    ]),
  ).toEqual([["Care", ["3", "1"], ["4", "2"]]]);
});

test("a path stands by itself, and so does a course that is out of use", () => {
  expect(shown([record("2", "path", "onboarding"), record("1", "course", "gone")])).toEqual([
    ["Title of onboarding", ["2"]],
    ["Title of gone", ["1"]],
  ]);
});

test("what belongs to no course stands together, without a title", () => {
  expect(
    shown([record("2", "lesson", "gone/lesson"), record("1", "scenario", "elsewhere")]),
  ).toEqual([[null, null, ["2"], ["1"]]]);
});

test("every record stands in one place", () => {
  const slugs = fc.constantFrom("care", "care/hear-first", "parcel", "more", "elsewhere");
  const kinds = fc.constantFrom(...completionKinds);
  const records = fc
    .array(fc.tuple(kinds, slugs))
    .map((all) => all.map(([kind, slug], at) => record(String(at), kind, slug)));
  fc.assert(
    fc.property(records, (all) => {
      const entries = groupRecords(all, courses).flatMap(({ whole, parts }) =>
        whole === null ? parts : [whole, ...parts],
      );
      const ids = entries.flatMap(({ latest, earlier }) => [
        latest.id,
        ...earlier.map((e) => e.id),
      ]);
      expect(ids.toSorted()).toEqual(all.map(({ id }) => id).toSorted());
    }),
  );
});
