import { expect, test } from "vitest";
import { isWanted, readWanted, writeWanted } from "~/server/content/wanted-piece.server";

const lesson = { kind: "lesson", slug: "care/hear-first" } as const;

test("what is written for an address is read as the same revision of the same piece", () => {
  const read = readWanted(writeWanted(lesson, "abc123"));
  expect(read).toEqual({ ...lesson, revision: "abc123" });
  expect(isWanted(read, lesson)).toBe(true);
  expect(isWanted(read, { ...lesson, kind: "scenario" })).toBe(false);
});

test("a slug alone means whichever kind has it, and the file as it is", () => {
  const read = readWanted("parcel");
  expect(read).toEqual({ kind: null, slug: "parcel", revision: null });
  expect(isWanted(read, { kind: "scenario", slug: "parcel" })).toBe(true);
  expect(isWanted(read, { kind: "scenario", slug: "coat" })).toBe(false);
});
