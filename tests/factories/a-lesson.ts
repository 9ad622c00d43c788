import type { OrderExercise, SortExercise, SpotExercise } from "~/core/course/exercise";
import type { Check, Course, Lesson, Path } from "~/core/course/definition";
import type { Dialogue } from "~/core/course/dialogue";
import type { Choice } from "~/core/scenario/definition";
import { aScenario, prose } from "tests/factories/scenario";

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

const part = (id: string) => ({
  id,
  text: prose(`Words of ${id}.`),
  feedback: prose(`Why ${id}.`),
});

export function aSort(given: Partial<SortExercise> = {}): SortExercise {
  return {
    kind: "sort",
    id: "whose",
    question: prose("Whose is it now?"),
    groups: [
      { id: "yours", title: "Yours" },
      { id: "theirs", title: "Theirs" },
    ],
    moments: [
      { ...part("call"), group: "yours" },
      { ...part("note"), group: "theirs" },
      { ...part("promise"), group: "yours" },
    ],
    at,
    ...given,
  };
}

export function anOrder(given: Partial<OrderExercise> = {}): OrderExercise {
  const steps = [part("hear"), part("ask"), part("offer"), part("promise")];
  return { kind: "order", id: "steps", question: prose("In which order?"), steps, at, ...given };
}

export function aSpot(given: Partial<SpotExercise> = {}): SpotExercise {
  const sentence = (
    id: string,
    more: { readonly sign?: true; readonly markable?: false } = {},
  ) => ({
    ...part(id),
    ...{ sign: false, markable: true, paragraph: false },
    ...more,
  });
  return {
    kind: "spot",
    id: "signs",
    question: prose("What shows it?"),
    from: "Noor Haddad",
    subject: null,
    sentences: [
      sentence("hello", { markable: false }),
      sentence("thanks"),
      sentence("ring", { sign: true }),
      sentence("news"),
    ],
    at,
    ...given,
  };
}

export function aDialogue(): Dialogue {
  const choice = (id: string, text: string, target: string): Choice => ({
    ...{ id, target, at, when: null, effects: [], shows: [], misses: [] },
    text: prose(text),
    consequence: [{ speaker: "noor", mood: "upset", text: prose(`After ${id}.`), when: null, at }],
    feedback: [{ text: prose(`Why ${id}.`), when: null, at }],
  });
  const line = (text: string) => ({
    ...{ speaker: "noor", mood: "worried" as const, when: null, at },
    text: prose(text),
  });
  const scenario = aScenario({
    cast: [{ id: "noor", name: "Noor", role: "guest", at }],
    ...{ variables: [], rules: [], start: "opening", behaviours: [] },
    scenes: [
      {
        ...{ id: "opening", weight: 1, at, lines: [line("My ring is gone.")] },
        choices: [
          choice("ask", "Where did you last see it?", "then"),
          choice("form", "There is a form.", "gone"),
        ],
      },
      {
        ...{ id: "then", weight: 1, at, lines: [line("SECRET In the sink.")] },
        choices: [
          choice("look", "I look with you.", "found"),
          choice("later", "Later, perhaps.", "gone"),
        ],
      },
    ],
    endings: ["found", "gone"].map((id) => ({
      ...{ id, title: `SECRET ${id}`, outcome: "passed" as const, lines: [], at },
      ...{ felt: prose(`SECRET felt ${id}`), tonight: prose("SECRET tonight") },
    })),
    pass: { mark: null, requires: [], at },
  });
  return { id: "ring", title: "The ring", scenario, at };
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
