import { createContext, useContext } from "react";
import type { UnsavedWords } from "~/core/course/unsaved-words";
import type { Prose } from "~/core/prose/prose";
import type { Said, Turn } from "~/core/scenario/moment";
import type { ExerciseState } from "./exercise-state";

/** One option of a check as the browser may know it before an answer. */
interface CheckOptionState {
  readonly id: string;
  readonly text: Prose;
}

/** What an answer brings to light about one option. */
interface OptionVerdict {
  readonly correct: boolean;
  readonly feedback: Prose;
}

export interface CheckAnswer {
  /** The ids of the options that were chosen. */
  readonly chosen: readonly string[];
  readonly right: boolean;
  /** By option id, for every option. */
  readonly verdicts: Readonly<Record<string, OptionVerdict>>;
}

export interface CheckState {
  readonly question: Prose;
  readonly kind: "one" | "several";
  readonly options: readonly CheckOptionState[];
  readonly answer: CheckAnswer | null;
}

export interface GoalState {
  readonly when: string;
  readonly will: string;
}

export interface RolePlayState {
  readonly title: string;
  readonly summary: string;
  readonly minutes: number;
  /** Where the card leads. */
  readonly to: string;
  /** Whom the learner meets first. */
  readonly person: { readonly id: string; readonly name: string; readonly role: string } | null;
  readonly standing: "new" | "begun" | "practised" | "passed";
}

/** The present moment of the lesson's small talk. */
export interface DialogueState {
  readonly id: string;
  readonly title: string;
  readonly briefing: Prose;
  readonly before: readonly Turn[];
  /** What the last answer brought about, and why. */
  readonly consequence: readonly Said[];
  readonly feedback: readonly Prose[];
  readonly lines: readonly Said[];
  /** `value` is the way there and says nothing else. */
  readonly choices: readonly { readonly value: string; readonly text: Prose }[];
  /** The way to one step back; null at the start. */
  readonly back: string | null;
  readonly ending: { readonly title: string; readonly felt: Prose; readonly tonight: Prose } | null;
}

interface AssetState {
  readonly href: string;
  /** Natural size, so that the page does not jump when the picture arrives. */
  readonly width?: number;
  readonly height?: number;
}

/** What came back with a form that could not be kept; `form` is `check:<id>`, `exercise:<id>`, `reflection:<id>`, `rating:<id>`
 * or `goal`. */
export interface LessonProblem {
  readonly form: string;
  readonly message: string;
  /** The same sentence by sentence, each with the name of its field. */
  readonly fields?: readonly { readonly field: string; readonly sentence: string }[];
  /** What was typed, so that it is still on the page. */
  readonly typed?: Readonly<Record<string, string>>;
  /** What stood in other forms and is not saved either. */
  readonly others?: readonly UnsavedWords[];
}

/** What came back just now; beside it what is still kept of before. */
export function withKept(
  refused: LessonProblem | null,
  kept: LessonProblem | null,
): LessonProblem | null {
  if (refused === null || kept === null) return refused ?? kept;
  const before = [{ form: kept.form, typed: kept.typed ?? {} }, ...(kept.others ?? [])];
  return { ...refused, others: before.filter(({ form }) => form !== refused.form) };
}

/** What was typed into this form and is not saved, by field; nothing where it did not come back. */
export function typedInto(
  problem: LessonProblem | null,
  form: string,
): Readonly<Record<string, string>> {
  if (problem?.form === form) return problem.typed ?? {};
  return problem?.others?.find((one) => one.form === form)?.typed ?? {};
}

/**
 * What the components inside a lesson know about the reader and the content around them. The
 * compiled lesson holds none of it: the route's loader fills it in.
 */
export interface LessonState {
  readonly checks: Readonly<Record<string, CheckState>>;
  readonly exercises: Readonly<Record<string, ExerciseState>>;
  /** What the learner wrote so far, by reflection id. */
  readonly reflections: Readonly<Record<string, string>>;
  /** How sure the learner said they were, by rating id. */
  readonly ratings: Readonly<Record<string, number>>;
  readonly goal: GoalState | null;
  readonly dialogue: DialogueState | null;
  /** By scenario slug. */
  readonly rolePlays: Readonly<Record<string, RolePlayState>>;
  /** Names by behaviour tag. */
  readonly behaviours: Readonly<Record<string, string>>;
  /** By the source as written, `./bounce.svg`. */
  readonly assets: Readonly<Record<string, AssetState>>;
  readonly problem: LessonProblem | null;
  /** In a preview nothing is kept: forms say so and are not sent. */
  readonly preview: boolean;
}

/** A lesson that asks nothing and shows nothing yet. */
export const emptyLesson: LessonState = {
  checks: {},
  exercises: {},
  reflections: {},
  ratings: {},
  goal: null,
  dialogue: null,
  rolePlays: {},
  behaviours: {},
  assets: {},
  problem: null,
  preview: false,
};

export const LessonStateContext = createContext<LessonState>(emptyLesson);

export function useLessonState(): LessonState {
  return useContext(LessonStateContext);
}
