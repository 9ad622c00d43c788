import type { Check, Course, Lesson, Path } from "~/core/course/definition";
import { prose } from "tests/factories/scenario";

const at = { line: 1, column: 1 };

export function aCheck(given: Partial<Check> = {}): Check {
  return {
    id: "first-words",
    question: prose("What would you say first?"),
    kind: "one",
    options: [
      { id: "a", text: prose("Those are the rules."), correct: false, feedback: prose("No.") },
      { id: "b", text: prose("You have waited long."), correct: true, feedback: prose("Yes.") },
    ],
    at,
    ...given,
  };
}

export function aLesson(given: Partial<Lesson> = {}): Lesson {
  const course = given.course ?? "care";
  const slug = given.slug ?? "hear-first";
  return {
    id: `${course}/${slug}`,
    course,
    slug,
    title: "Hear first",
    summary: "Hear before you help.",
    minutes: 5,
    behaviours: ["listening"],
    checks: [aCheck()],
    reflections: [{ id: "own-moment", prompt: prose("When did you last feel heard?"), at }],
    goal: { prompt: prose("This week"), at },
    scenarios: [],
    assets: [],
    ...given,
  };
}

export function aCourse(given: Partial<Course> = {}): Course {
  return {
    slug: "care",
    title: "Care",
    summary: "Serving people.",
    behaviours: ["listening"],
    order: 1,
    steps: [{ kind: "lesson", lesson: "care/hear-first" }],
    ...given,
  };
}

export function aPath(given: Partial<Path> = {}): Path {
  return {
    slug: "onboarding",
    title: "Your first weeks",
    summary: "From the first day on.",
    steps: [{ kind: "lesson", lesson: "care/hear-first", dueAfterDays: 0 }],
    ...given,
  };
}
