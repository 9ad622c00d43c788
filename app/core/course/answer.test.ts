import { expect, test } from "vitest";
import { fc } from "tests/setup/properties";
import { judgeAnswer, judgeGoal, judgeReflection, lengthLimits } from "~/core/course/answer";
import type { Check, Lesson } from "~/core/course/definition";
import type { Prose } from "~/core/prose/prose";

const at = { line: 1, column: 1 };
const prose = (text: string): Prose => [{ kind: "paragraph", children: [{ kind: "text", text }] }];
const option = (id: string, correct: boolean) => ({
  id,
  text: prose(`Option ${id}`),
  correct,
  feedback: prose("Because."),
});
const one: Check = {
  id: "first",
  question: prose("What would you say first?"),
  kind: "one",
  options: [option("a", false), option("b", true)],
  at,
};
const several: Check = {
  id: "all",
  question: prose("Which of these?"),
  kind: "several",
  options: [option("a", true), option("b", false), option("c", true)],
  at,
};
const lesson: Lesson = {
  id: "care/hear",
  course: "care",
  slug: "hear",
  title: "Hear first",
  summary: "Hear before you help.",
  minutes: 5,
  behaviours: ["listening"],
  checks: [one, several],
  reflections: [{ id: "own", prompt: prose("When did you?"), at }],
  goal: { prompt: prose("This week"), at },
  scenarios: [],
  assets: [],
};

test("an answer is right only when exactly the right options were taken", () => {
  const correct = (check: string, ...options: string[]) => {
    const judged = judgeAnswer(lesson, { check, options });
    return judged.ok ? judged.value.correct : judged.problem.sentence;
  };
  expect(correct("first", "b")).toBe(true);
  expect(correct("first", "a")).toBe(false);
  expect(correct("all", "c", "a")).toBe(true);
  expect(correct("all", "a")).toBe(false);
  expect(correct("all", "a", "b", "c")).toBe(false);
});

test("the options are kept once each, in the order of the check", () => {
  const judged = judgeAnswer(lesson, { check: "all", options: ["c", "a", "c"] });
  expect(judged.ok && judged.value.options).toEqual(["a", "c"]);
});

test("an answer that cannot be is met with a sentence at its place", () => {
  const field = (check: string, ...options: string[]) => {
    const judged = judgeAnswer(lesson, { check, options });
    return judged.ok ? null : judged.problem.field;
  };
  expect(field("gone", "a")).toBe("check");
  expect(field("first")).toBe("first");
  expect(field("first", "z")).toBe("first");
  expect(field("first", "a", "b")).toBe("first");
  expect(field("first", "__proto__")).toBe("first");
});

test("a goal needs both its halves, and each problem has its field", () => {
  const fields = (when: string, will: string) => {
    const judged = judgeGoal({ when, will });
    return judged.ok ? [] : judged.problem.map((problem) => problem.field);
  };
  expect(fields("someone repeats themself", "say it back")).toEqual([]);
  expect(fields("  ", "say it back")).toEqual(["goal-when"]);
  expect(fields("", "\n")).toEqual(["goal-when", "goal-will"]);
  expect(fields("x".repeat(lengthLimits.goal), "y".repeat(lengthLimits.goal + 1))).toEqual([
    "goal-will",
  ]);
});

test("a text that is too long is told by how much", () => {
  const judged = judgeReflection(lesson, {
    reflection: "own",
    text: "x".repeat(lengthLimits.reflection + 12),
  });
  expect(judged.ok ? "" : judged.problem.sentence).toBe(
    "Your reflection has 4012 characters; 4000 is the most that fits. Shorten it by 12: nothing you wrote is lost.",
  );
});

test("a reflection keeps its lines, and loses only space around and control characters", () => {
  const judged = judgeReflection(lesson, { reflection: "own", text: " one\r\n\ttwo\u0000 \n" });
  expect(judged.ok && judged.value.text).toBe("one\n\ttwo");
});

test("whatever is sent is either kept within the limits or met with a sentence", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 600 }), fc.string(), (when, will) => {
      const judged = judgeGoal({ when, will });
      if (judged.ok) {
        expect(judged.value.when.length).toBeGreaterThan(0);
        expect(judged.value.when.length).toBeLessThanOrEqual(lengthLimits.goal);
      } else {
        expect(judged.problem.length).toBeGreaterThan(0);
      }
    }),
  );
});
