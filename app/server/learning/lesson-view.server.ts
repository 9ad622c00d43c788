/** A lesson as its reader may see it now: what a check reveals is here only after an answer. */
import { decideCompletion, missingInWords } from "~/core/completion/decide";
import { completionKey } from "~/core/completion/record";
import { askedParts } from "~/core/course/asked";
import type { Check, Lesson } from "~/core/course/definition";
import { paths } from "~/paths";
import type { Catalogue, Published } from "~/server/content/catalogue.server";
import { dialogueView } from "~/server/learning/dialogue-view.server";
import { exerciseView } from "~/server/learning/exercise-view.server";
import type { LessonState } from "~/server/learning/lesson-state.server";

function checkView(check: Check, { answers }: LessonState) {
  const latest = answers.findLast((answer) => answer.check === check.id);
  const chosen = latest?.options ?? [];
  return {
    question: check.question,
    kind: check.kind,
    options: check.options.map(({ id, text }) => ({ id, text })),
    answer: latest && {
      chosen,
      right: check.options.every(({ id, correct }) => correct === chosen.includes(id)),
      verdicts: Object.fromEntries(
        check.options.map(({ id, correct, feedback }) => [id, { correct, feedback }]),
      ),
    },
  };
}

function rolePlayView(content: Catalogue, slug: string, { runs, completed }: LessonState) {
  const scenario = content.scenario(slug)?.definition;
  if (scenario === undefined) return null;
  const [person] = scenario.cast;
  const own = runs.find((run) => run.scenario === slug);
  const standing = completed.has(completionKey("scenario", slug))
    ? ("passed" as const)
    : own === undefined
      ? ("new" as const)
      : own.open
        ? ("begun" as const)
        : ("practised" as const);
  return {
    title: scenario.title,
    summary: scenario.summary,
    minutes: scenario.minutes,
    to: paths.scenario(slug),
    person: person ? { id: person.id, name: person.name, role: person.role } : null,
    standing,
  };
}

/** What the components inside the lesson show of the reader and of the content around it. */
export function lessonParts(
  content: Catalogue,
  { definition: lesson, revision }: Published<Lesson>,
  state: LessonState,
  { readerId, talk }: { readonly readerId: string; readonly talk: string | null },
) {
  const goal = state.goals.at(-1);
  return {
    checks: Object.fromEntries(
      lesson.checks.map((check) => {
        const { answer, ...rest } = checkView(check, state);
        return [check.id, { ...rest, answer: answer ?? null }];
      }),
    ),
    exercises: Object.fromEntries(
      (lesson.exercises ?? []).map((exercise) => [
        exercise.id,
        exerciseView(exercise, state.answers, `${readerId}:${revision}`),
      ]),
    ),
    dialogue:
      lesson.dialogue === undefined
        ? null
        : dialogueView(lesson.dialogue, { revision, readerId, talk }),
    reflections: Object.fromEntries(
      state.reflections.map(({ reflection, text }) => [reflection, text]),
    ),
    ratings: Object.fromEntries(state.ratings.map(({ rating, sure }) => [rating, sure])),
    goal: goal === undefined ? null : { when: goal.when, will: goal.will },
    rolePlays: Object.fromEntries(
      lesson.scenarios.flatMap((slug) => {
        const view = rolePlayView(content, slug, state);
        return view === null ? [] : [[slug, view]];
      }),
    ),
    behaviours: Object.fromEntries(content.vocabulary.map(({ tag, name }) => [tag, name])),
    assets: Object.fromEntries(
      lesson.assets.map((file) => [`./${file}`, { href: paths.contentAsset(revision, file) }]),
    ),
  };
}

interface LessonStanding {
  readonly complete: boolean;
  /** What it asks for, in order, with the place of each in the page. */
  readonly parts: readonly {
    readonly label: string;
    readonly anchor: string;
    readonly done: boolean;
  }[];
  /** "Still missing: …"; null once it is complete. */
  readonly missing: string | null;
}

/** What completion asks of the reader, and what is done of it. A record once made stands. */
export function lessonStanding(lesson: Lesson, state: LessonState): LessonStanding {
  const complete = state.completed.has(completionKey("lesson", lesson.id));
  const asked = askedParts(lesson);
  const { answers, goals } = state;
  const decision = decideCompletion({ kind: "lesson", asked, answers, goals });
  const parts = asked.map(({ kind, id, question }) => ({
    label: question,
    anchor: `${kind}-${id}`,
    done: answers.some((answer) => answer.check === id),
  }));
  const goal = { label: "Your goal", anchor: "goal", done: goals.length > 0 };
  return {
    complete,
    parts: [...parts, goal],
    missing: complete || decision.complete ? null : missingInWords(decision.missing),
  };
}
