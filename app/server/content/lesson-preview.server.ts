/** A lesson as a learner would see it, for a trainer: what was answered comes with the request. */
import type { Lesson } from "~/core/course/definition";
import { paths } from "~/paths";
import type { Catalogue, Published } from "~/server/content/catalogue.server";
import type { LessonState, SavedAnswer } from "~/server/learning/lesson-state.server";
import { lessonParts } from "~/server/learning/lesson-view.server";

/** `<check>:<option>.<option>` */
export function answerText(check: string, options: readonly string[]): string {
  return `${check}:${options.join(".")}`;
}

function answersOf(lesson: Lesson, texts: readonly string[]): SavedAnswer[] {
  const all = texts.includes("all");
  return lesson.checks.flatMap((check) => {
    const prefix = `${check.id}:`;
    const text = texts.findLast((each) => each.startsWith(prefix));
    const sent = text?.slice(prefix.length).split(".") ?? [];
    const right = check.options.filter(({ correct }) => correct).map(({ id }) => id);
    const known = check.options.map(({ id }) => id).filter((id) => sent.includes(id));
    const options = known.length > 0 ? known : all ? right : [];
    return options.length === 0 ? [] : [{ id: "", check: check.id, options }];
  });
}

/** The state that the components in the lesson read, as of a learner who has answered just this. */
export function previewLesson(
  content: Catalogue,
  lesson: Published<Lesson>,
  answers: readonly string[],
) {
  const state: LessonState = {
    completed: new Set(),
    assigned: [],
    answers: answersOf(lesson.definition, answers),
    goals: [],
    reflections: [],
    runs: [],
  };
  const parts = lessonParts(content, lesson, state);
  const rolePlays = Object.entries(parts.rolePlays).map(([slug, card]) => [
    slug,
    { ...card, to: paths.studioScenario(slug) },
  ]);
  return { ...parts, rolePlays: Object.fromEntries(rolePlays) as typeof parts.rolePlays };
}
