/** A form posted from a lesson: which one it is, keeping what it brings, and where to go on. */
import { paths } from "~/paths";
import type { AnswerProblem } from "~/core/course/answer";
import { fail, ok, type Result } from "~/core/result";
import type { Database } from "~/server/db.server";
import { readExerciseForm, typedExercise } from "~/server/learning/exercise-form.server";
import {
  recordAnswer,
  recordExercise,
  recordGoal,
  recordRating,
  recordReflection,
  type Saved,
  type Sent,
} from "~/server/learning/lesson-answers.server";
import { storageProblem } from "~/server/storage-problem.server";

/** What comes back with the page: which form, what is wrong, and what was typed. */
export interface RefusedForm {
  /** `check:<id>`, `exercise:<id>`, `reflection:<id>`, `rating:<id>` or `goal`; empty where it was none of these. */
  readonly form: string;
  readonly message: string;
  /** The same sentence by sentence, each with the field that it is about. */
  readonly fields: readonly AnswerProblem[];
  readonly typed: Readonly<Record<string, string>>;
}

interface LessonForm {
  readonly form: string;
  /** Where the page goes on after it was kept. */
  readonly anchor: string;
  readonly typed: Readonly<Record<string, string>>;
  readonly keep: (
    database: Database,
    sent: Sent,
  ) => Promise<Result<Saved, AnswerProblem | readonly AnswerProblem[]>>;
}

function texts(data: FormData, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.map((name) => {
      const value = data.get(name);
      return [name, typeof value === "string" ? value : ""];
    }),
  );
}

/** Which form of a lesson it is; null where it is none. */
export function formOf(data: FormData): LessonForm | null {
  const {
    check = "",
    exercise = "",
    reflection = "",
  } = texts(data, ["check", "exercise", "reflection"]);
  if (data.has("check")) {
    const options = data.getAll("option").filter((option) => typeof option === "string");
    return {
      form: `check:${check}`,
      anchor: `check-${check}`,
      typed: {},
      keep: (database, sent) => recordAnswer(database, sent, { check, options }),
    };
  }
  if (data.has("exercise")) {
    const sentExercise = readExerciseForm(data);
    return {
      form: `exercise:${exercise}`,
      anchor: `exercise-${exercise}`,
      typed: typedExercise(sentExercise),
      keep: (database, sent) => recordExercise(database, sent, { exercise, ...sentExercise }),
    };
  }
  if (data.has("reflection")) {
    const typed = texts(data, ["text"]);
    return {
      form: `reflection:${reflection}`,
      anchor: `reflection-${reflection}`,
      typed,
      keep: (database, sent) =>
        recordReflection(database, sent, { reflection, text: typed["text"] ?? "" }),
    };
  }
  if (data.has("rating")) {
    const { rating = "", sure = "" } = texts(data, ["rating", "sure"]);
    return {
      form: `rating:${rating}`,
      anchor: `rating-${rating}`,
      typed: {},
      keep: (database, sent) => recordRating(database, sent, { rating, sure }),
    };
  }
  if (data.has("goal-when") || data.has("goal-will")) {
    const typed = texts(data, ["goal-when", "goal-will"]);
    const goal = { when: typed["goal-when"] ?? "", will: typed["goal-will"] ?? "" };
    return {
      form: "goal",
      anchor: "goal",
      typed,
      keep: (database, sent) => recordGoal(database, sent, goal),
    };
  }
  return null;
}

interface Refused {
  readonly status: 400 | 503;
  readonly problem: RefusedForm;
}

/** Keeps what was posted; the address to go on at, or the problem with what was typed. */
export async function keepLessonForm(
  database: Database,
  sent: Sent,
  data: FormData,
  talk: string | null = null,
): Promise<Result<string, Refused>> {
  const form = formOf(data);
  if (form === null) {
    const message = "That form came without its fields, so there was nothing to keep. Try again.";
    return fail({ status: 400, problem: { form: "", message, fields: [], typed: {} } });
  }
  const refused = (status: 400 | 503, message: string, fields: readonly AnswerProblem[] = []) =>
    fail({ status, problem: { form: form.form, message, fields, typed: form.typed } } as const);
  try {
    const kept = await form.keep(database, sent);
    if (!kept.ok) {
      const problems = [kept.problem].flat();
      return refused(400, problems.map(({ sentence }) => sentence).join(" "), problems);
    }
    const done = kept.value.completed.some(({ kind }) => kind === "lesson");
    const anchor = done ? "lesson-complete" : form.anchor;
    return ok(`${paths.lesson(sent.lesson.definition.id, talk)}#${anchor}`);
  } catch (error) {
    const storage = storageProblem(error);
    if (storage === null) throw error;
    return refused(storage.status, storage.sentence);
  }
}
