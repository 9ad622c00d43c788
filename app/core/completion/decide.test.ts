import { expect, test } from "vitest";
import { fc } from "tests/setup/properties";
import type { AskedPart } from "~/core/course/asked";
import {
  decideCompletion,
  missingInWords,
  type CompletionFacts,
  type LessonFacts,
  type StepsFacts,
} from "~/core/completion/decide";

const asked: readonly AskedPart[] = [
  { kind: "check", id: "first", question: "What would you say first?" },
  { kind: "check", id: "then", question: "And then?" },
  { kind: "check", id: "last", question: "How do you end?" },
];

const lesson = (facts: Partial<LessonFacts> = {}): LessonFacts => ({
  kind: "lesson",
  asked,
  answers: asked.map(({ id }, index) => ({ id: `a${index}`, check: id })),
  goals: [{ id: "g1" }],
  ...facts,
});

test("a lesson is complete when every check was answered and a goal was saved", () => {
  expect(decideCompletion(lesson())).toEqual({
    complete: true,
    because: "Complete because all 3 checks were answered and a goal was saved.",
    evidence: [
      { kind: "answer", id: "a0" },
      { kind: "answer", id: "a1" },
      { kind: "answer", id: "a2" },
      { kind: "goal", id: "g1" },
    ],
  });
});

test("a lesson with one check, two checks or none says so", () => {
  const because = (count: number) => {
    const decision = decideCompletion(lesson({ asked: asked.slice(0, count) }));
    return decision.complete ? decision.because : null;
  };
  expect(because(0)).toBe("Complete because a goal was saved.");
  expect(because(1)).toBe("Complete because the check was answered and a goal was saved.");
  expect(because(2)).toBe("Complete because both checks were answered and a goal was saved.");
});

test("exercises are told apart from checks", () => {
  const because = (...kinds: AskedPart["kind"][]) => {
    const parts = kinds.map((kind, index) => ({ kind, id: `x${index}`, question: "Which?" }));
    const answers = parts.map(({ id }, index) => ({ id: `a${index}`, check: id }));
    const decision = decideCompletion(lesson({ asked: parts, answers }));
    return decision.complete ? decision.because : decision.missing;
  };
  const words = (clause: string) => `Complete because ${clause} and a goal was saved.`;
  expect(because("exercise")).toBe(words("the exercise was answered"));
  expect(because("exercise", "exercise")).toBe(words("both exercises were answered"));
  expect(because("check", "exercise", "check")).toBe(
    "Complete because 2 checks and 1 exercise were answered and a goal was saved.",
  );
  const open = lesson({ asked: [{ kind: "exercise", id: "o", question: "Which order?" }] });
  expect(decideCompletion(open)).toMatchObject({ missing: ["the exercise “Which order?”"] });
});

test("what is missing is named by its question, and the goal as the reader's own", () => {
  const decision = decideCompletion(
    lesson({ answers: [{ id: "a1", check: "then" }], asked: asked.slice(0, 2), goals: [] }),
  );
  expect(decision).toEqual({
    complete: false,
    missing: ["the check “What would you say first?”", "your goal"],
  });
  expect(missingInWords(decision.complete ? [] : decision.missing)).toBe(
    "Still missing: the check “What would you say first?” and your goal.",
  );
});

test("only an official run that passed completes a role-play", () => {
  const run = (mode: "practice" | "official", outcome: "passed" | "failed" | null) =>
    decideCompletion({ kind: "scenario", title: "The parcel", runs: [{ id: "r", mode, outcome }] });
  expect(run("official", "passed")).toEqual({
    complete: true,
    because: "Complete because an official run ended with a pass.",
    evidence: [{ kind: "attempt", id: "r" }],
  });
  const missing = {
    complete: false,
    missing: ["an official run of “The parcel” that ends with a pass"],
  };
  expect(run("practice", "passed")).toEqual(missing);
  expect(run("official", "failed")).toEqual(missing);
  expect(run("official", null)).toEqual(missing);
});

const steps: StepsFacts["steps"] = [
  { kind: "lesson", slug: "care/hear", title: "Hear first" },
  { kind: "scenario", slug: "parcel", title: "The parcel" },
  { kind: "lesson", slug: "care/say", title: "Say it back" },
];

test("a course is complete when every step is, and names the steps that are not", () => {
  const completions = steps.map(({ kind, slug }) => ({ id: `c-${slug}`, kind, slug }));
  expect(decideCompletion({ kind: "course", steps, completions })).toMatchObject({
    complete: true,
    because: "Complete because 2 lessons and 1 role-play of this course are complete.",
  });
  expect(decideCompletion({ kind: "course", steps, completions: completions.slice(0, 1) })).toEqual(
    { complete: false, missing: ["the role-play “The parcel”", "the lesson “Say it back”"] },
  );
});

test("a course without steps is complete for nobody", () => {
  expect(decideCompletion({ kind: "path", steps: [], completions: [] }).complete).toBe(false);
});

const slugs = ["a", "b", "c"];
const ids = fc.uuid();
const anyFacts: fc.Arbitrary<CompletionFacts> = fc.oneof(
  fc.record({
    kind: fc.constant("lesson" as const),
    asked: fc
      .subarray(slugs)
      .map((some) => some.map((id) => ({ kind: "check" as const, id, question: `${id}?` }))),
    answers: fc.array(fc.record({ id: ids, check: fc.constantFrom(...slugs, "gone") })),
    goals: fc.array(fc.record({ id: ids }), { maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant("scenario" as const),
    title: fc.constant("T"),
    runs: fc.array(
      fc.record({
        id: ids,
        mode: fc.constantFrom("practice" as const, "official" as const),
        outcome: fc.constantFrom("passed" as const, "failed" as const, null),
      }),
    ),
  }),
  fc.record({
    kind: fc.constantFrom("course" as const, "path" as const),
    steps: fc
      .subarray(slugs)
      .map((some) => some.map((slug) => ({ kind: "lesson" as const, slug, title: slug }))),
    completions: fc.array(
      fc.record({
        id: ids,
        kind: fc.constantFrom("lesson" as const, "scenario" as const),
        slug: fc.constantFrom(...slugs),
      }),
    ),
  }),
);

/** The same facts with their evidence changed. */
function withEvidence(
  facts: CompletionFacts,
  change: <One>(evidence: readonly One[]) => readonly One[],
): CompletionFacts {
  switch (facts.kind) {
    case "lesson":
      return { ...facts, answers: change(facts.answers), goals: change(facts.goals) };
    case "scenario":
      return { ...facts, runs: change(facts.runs) };
    default:
      return { ...facts, completions: change(facts.completions) };
  }
}

test("the order in which evidence came never matters", () => {
  fc.assert(
    fc.property(anyFacts, fc.array(fc.nat(), { minLength: 30 }), (facts, keys) => {
      const shuffled = withEvidence(facts, (evidence) =>
        evidence
          .map((one, index) => ({ one, key: keys[index % keys.length] ?? 0 }))
          .sort((left, right) => left.key - right.key)
          .map(({ one }) => one),
      );
      expect(decideCompletion(shuffled)).toEqual(decideCompletion(facts));
    }),
  );
});

test("more evidence never un-completes and never adds to what is missing", () => {
  fc.assert(
    fc.property(anyFacts, fc.nat(10), (facts, kept) => {
      const less = decideCompletion(withEvidence(facts, (evidence) => evidence.slice(0, kept)));
      const more = decideCompletion(facts);
      const missing = (decision: typeof less) => (decision.complete ? [] : decision.missing);
      expect(more.complete || !less.complete).toBe(true);
      expect(missing(more).filter((one) => !missing(less).includes(one))).toEqual([]);
    }),
  );
});

test("complete means evidence, missing means words, and never both", () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const decision = decideCompletion(facts);
      if (decision.complete) {
        expect(decision.evidence.length).toBeGreaterThan(0);
        expect(decision.because).toMatch(/^Complete because .+\.$/);
      } else {
        expect(decision.missing.length).toBeGreaterThan(0);
      }
    }),
  );
});
