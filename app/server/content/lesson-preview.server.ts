/** A lesson as a learner would see it, for a trainer: what was answered comes with the request. */
import type { Lesson } from "~/core/course/definition";
import { judgeExercise, rightOptions } from "~/core/course/exercise-answer";
import { paths } from "~/paths";
import type { Catalogue, Published } from "~/server/content/catalogue.server";
import { readExerciseForm } from "~/server/learning/exercise-form.server";
import type { LessonState, SavedAnswer } from "~/server/learning/lesson-state.server";
import { lessonParts } from "~/server/learning/lesson-view.server";

/** `<check>:<option>.<option>`, of a check or an exercise. */
function answerText(check: string, options: readonly string[]): string {
  return `${check}:${options.join(".")}`;
}

/** The answer in a form that was posted to a preview; null where it is none, or not a whole one. */
export function answerIn(lesson: Lesson, form: FormData): { id: string; text: string } | null {
  const check = lesson.checks.find(({ id }) => id === form.get("check"));
  if (check !== undefined) {
    const sent = new Set(form.getAll("option"));
    // In the address stands what the lesson knows, and nothing as long as a form may be.
    const options = check.options.map(({ id }) => id).filter((id) => sent.has(id));
    return { id: `check-${check.id}`, text: answerText(check.id, options) };
  }
  const exercise = lesson.exercises?.find(({ id }) => id === form.get("exercise"));
  if (exercise === undefined) return null;
  const judged = judgeExercise(exercise, readExerciseForm(form));
  if (!judged.ok) return null;
  return { id: `exercise-${exercise.id}`, text: answerText(exercise.id, judged.value.options) };
}

function answersOf(lesson: Lesson, texts: readonly string[]): SavedAnswer[] {
  const all = texts.includes("all");
  const answered = (id: string, known: (sent: readonly string[]) => readonly string[]) => {
    const prefix = `${id}:`;
    const text = texts.findLast((each) => each.startsWith(prefix));
    const options = known(text?.slice(prefix.length).split(".") ?? []);
    return options.length === 0 ? [] : [{ id: "", check: id, options }];
  };
  const checks = lesson.checks.flatMap(({ id, options }) =>
    answered(id, (sent) => {
      const known = options.filter((option) => sent.includes(option.id));
      const right = all ? options.filter(({ correct }) => correct) : [];
      return (known.length > 0 ? known : right).map((option) => option.id);
    }),
  );
  const exercises = (lesson.exercises ?? []).flatMap((exercise) =>
    answered(exercise.id, (sent) => {
      if (sent.length > 0) return sent;
      return all ? rightOptions(exercise) : [];
    }),
  );
  return [...checks, ...exercises];
}

/** The state that the components in the lesson read, as of a learner who has answered just this. */
export function previewLesson(
  content: Catalogue,
  lesson: Published<Lesson>,
  answers: readonly string[],
  talk: string | null,
) {
  const state: LessonState = {
    completed: new Set(),
    byHand: new Set(),
    reopened: new Map(),
    renewals: [],
    assigned: [],
    answers: answersOf(lesson.definition, answers),
    goals: [],
    reflections: [],
    ratings: [],
    runs: [],
  };
  const parts = lessonParts(content, lesson, state, { readerId: "preview", talk });
  const rolePlays = Object.entries(parts.rolePlays).map(([slug, card]) => [
    slug,
    { ...card, to: paths.studioScenario(slug) },
  ]);
  return { ...parts, rolePlays: Object.fromEntries(rolePlays) as typeof parts.rolePlays };
}
