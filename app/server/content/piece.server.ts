/** One piece of content: a lesson, a scenario, a course, a path, or the vocabulary of behaviours. */
import type { Vocabulary } from "~/core/behaviour/behaviour";
import {
  LESSON_LANGUAGE_VERSION,
  type Course,
  type Lesson,
  type Path,
} from "~/core/course/definition";
import type { Diagnostic } from "~/core/diagnostic";
import { SCENARIO_LANGUAGE_VERSION, type Scenario } from "~/core/scenario/definition";
import type { Layer } from "~/server/content/read.server";

export interface DefinitionOf {
  readonly behaviours: Vocabulary;
  readonly scenario: Scenario;
  readonly lesson: Lesson;
  readonly course: Course;
  readonly path: Path;
}

export type Kind = keyof DefinitionOf;

export const pieceKinds = [
  "behaviours",
  "course",
  "lesson",
  "path",
  "scenario",
] as const satisfies readonly Kind[];

/** The version of the language that each kind is written in; part of every revision. */
export const languageVersions: Readonly<Record<Kind, number>> = {
  behaviours: 1,
  scenario: SCENARIO_LANGUAGE_VERSION,
  lesson: LESSON_LANGUAGE_VERSION,
  course: 1,
  path: 1,
};

/** The slug under which the one vocabulary is stored. */
export const vocabularySlug = "behaviours";

export interface PieceOf<K extends Kind> {
  readonly kind: K;
  /** As in its address; a lesson's is `<course>/<lesson>`. */
  readonly slug: string;
  /** Path relative to the content folder. */
  readonly file: string;
  readonly layer: Layer;
  /** The text as it was read, with line ends as LF; null where it is not text. */
  readonly source: string | null;
  /** Null where an error stands in the way of using it. */
  readonly definition: DefinitionOf[K] | null;
  /** What of a lesson is compiled; null for everything else. */
  readonly body: string | null;
  /** File name to SHA-256, for every asset that it shows. */
  readonly assets: Readonly<Record<string, string>>;
  readonly diagnostics: readonly Diagnostic[];
  /** The text that the diagnostics speak of; null where it is not text. */
  readonly diagnosed: string | null;
}

export type Piece<K extends Kind = Kind> = { [Each in K]: PieceOf<Each> }[K];

export function keyOf({ kind, slug }: { readonly kind: string; readonly slug: string }): string {
  return `${kind}:${slug}`;
}

export function titleOf(piece: Piece): string {
  if (piece.definition === null) return piece.slug;
  return piece.kind === "behaviours" ? "Behaviours" : piece.definition.title;
}
