import { expect, test } from "vitest";
import { becauseInWords, lasting, requirementOf, standing } from "~/core/completion/record";
import { ruleId } from "~/core/completion/rule";

const record = {
  kind: "lesson",
  slug: "care/hear",
  outcome: "completed",
  correctsId: null,
} as const;

test("a record that another corrects stands no longer; the correction stands if it says completed", () => {
  const old = { ...record, id: "1" };
  const mended = { ...record, id: "2", correctsId: "1" };
  const withdrawn = { ...record, id: "3", correctsId: "2", outcome: "withdrawn" };
  expect(standing([old])).toEqual([old]);
  expect(standing([old, mended])).toEqual([mended]);
  expect(standing([withdrawn, mended, old])).toEqual([]);
});

test("a rule's name holds its version", () => {
  expect(ruleId("lesson")).toBe("lesson.checks-and-goal@2");
  expect(ruleId("scenario")).toBe("scenario.official-pass@1");
  expect(ruleId("course")).toBe("course.every-step@1");
  expect(ruleId("path")).toBe("path.every-step@1");
});

test("a requirement names the person, the thing and the period", () => {
  expect(requirementOf("p1", "lesson", "care/hear")).toBe("p1:lesson:care/hear:1");
});

test("why a record made by hand counts is told with its author's words, and without once they are erased", () => {
  const because = "Complete because it was recorded by hand.";
  expect(becauseInWords({ because, reason: "Done in Porto" })).toBe(
    "Complete because it was recorded by hand: Done in Porto",
  );
  expect(becauseInWords({ because, reason: "" })).toBe(because);
  expect(becauseInWords({ because, reason: null })).toBe(because);
});

test("a record is over on the day it is to be renewed, and the thirty days before it says so", () => {
  const today = "2026-11-22";
  expect(lasting(null, today)).toBe("for-good");
  expect(lasting("2026-12-23", today)).toBe("for-now");
  expect(lasting("2026-12-22", today)).toBe("not-for-long");
  expect(lasting("2026-11-23", today)).toBe("not-for-long");
  expect(lasting("2026-11-22", today)).toBe("over");
});
