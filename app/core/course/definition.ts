/** Lessons, courses and paths as plain data. */
import type { BehaviourTag } from "~/core/behaviour/behaviour";
import type { Duration } from "~/core/calendar/duration";
import type { Dialogue } from "~/core/course/dialogue";
import type { Exercise } from "~/core/course/exercise";
import type { Position } from "~/core/diagnostic";
import type { Prose } from "~/core/prose/prose";

export const LESSON_LANGUAGE_VERSION = 1;

export interface CheckOption {
  /** Unique in its check: the author's, or a letter by position. */
  readonly id: string;
  readonly text: Prose;
  readonly correct: boolean;
  /** Why this option is or is not it; sent to the browser only after an answer. */
  readonly feedback: Prose;
}

/** A knowledge check. Being answered is what counts for completion, right or wrong. */
export interface Check {
  readonly id: string;
  readonly question: Prose;
  /** `several` where more than one option is correct. */
  readonly kind: "one" | "several";
  readonly options: readonly CheckOption[];
  readonly at: Position;
}

export interface Reflection {
  readonly id: string;
  readonly prompt: Prose;
  readonly at: Position;
}

/** "How sure are you that you would …?": private, and asked for by nothing. */
export interface Rating {
  readonly id: string;
  readonly prompt: Prose;
  readonly at: Position;
}

export interface Lesson {
  /** `<course>/<lesson>`, as in addresses. */
  readonly id: string;
  readonly course: string;
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly minutes: number;
  readonly behaviours: readonly BehaviourTag[];
  readonly checks: readonly Check[];
  /** Absent where there are none, and in revisions of before there were any. */
  readonly exercises?: readonly Exercise[];
  readonly reflections: readonly Reflection[];
  /** A small talk to try; absent where there is none. */
  readonly dialogue?: Dialogue;
  /** Absent where there are none. */
  readonly ratings?: readonly Rating[];
  /** The lesson's goal: "This week, when …, I will …"; the prompt above the form. */
  readonly goal: { readonly prompt: Prose; readonly at: Position };
  /** Scenarios that the lesson leads to. */
  readonly scenarios: readonly string[];
  /** Files beside the lesson that it shows, relative to its folder. */
  readonly assets: readonly string[];
}

/** One step of a course or a path. */
export type Step =
  | { readonly kind: "lesson"; readonly lesson: string }
  | { readonly kind: "scenario"; readonly scenario: string };

/** What a course says of official runs of its role-plays. */
export interface OfficialSettings {
  /** How many official runs a person has; null is as many as they like. */
  readonly attempts: number | null;
  /** From the end of one to the beginning of the next; null is none. */
  readonly pause: Duration | null;
  /** Which run is the result that is shown. What is on record stands either way. */
  readonly counts: "best" | "last";
  /** Managers may see the replay of a run, and its player is told before it begins. Absent where not. */
  readonly replay?: "shared";
}

export interface Course {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly behaviours: readonly BehaviourTag[];
  /** Position in lists; lower first. */
  readonly order: number;
  /** In the order they are meant to be taken: each lesson, then the scenarios it leads to. */
  readonly steps: readonly Step[];
  /** How official runs of its role-plays go; absent where nothing is said. */
  readonly official?: OfficialSettings;
  /** How long a completion lasts until it is to be renewed; absent where it lasts for ever. */
  readonly validFor?: Duration;
}

/** A step of a path with its due day: 0 is the start date itself. */
export type PathStep = Step & { readonly dueAfterDays: number };

export interface Path {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly steps: readonly PathStep[];
  /** How long a completion lasts until it is to be renewed; absent where it lasts for ever. */
  readonly validFor?: Duration;
}
