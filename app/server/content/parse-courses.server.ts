/**
 * Parses courses and paths, whose steps name other pieces. Only steps that can be taken are in a
 * definition: a lesson that has never been right holds nobody up, and joins when it is mended.
 */
import type { Lesson, PathStep, Step } from "~/core/course/definition";
import type { Diagnostic } from "~/core/diagnostic";
import { parseCourse } from "~/language/parse-course";
import { parsePath } from "~/language/parse-path";
import { ofKind, type BasicPieces } from "~/server/content/parse-pieces.server";
import type { PieceOf } from "~/server/content/piece.server";
import type { Reading } from "~/server/content/reading.server";

/** What can be taken now: valid on disk, or broken there with a last good revision in use. */
interface OnOffer {
  readonly lessons: readonly { readonly file: string; readonly definition: Lesson }[];
  readonly scenarios: ReadonlySet<string>;
}

function onOffer(reading: Reading, { lessons, scenarios }: BasicPieces): OnOffer {
  return {
    lessons: lessons.flatMap((piece) => {
      const definition = reading.usable(piece);
      return definition === null ? [] : [{ file: piece.file, definition }];
    }),
    scenarios: new Set(
      scenarios.filter((piece) => reading.usable(piece) !== null).map((piece) => piece.slug),
    ),
  };
}

function canBeTaken(step: Step, { lessons, scenarios }: OnOffer): boolean {
  return step.kind === "lesson"
    ? lessons.some(({ definition }) => definition.id === step.lesson)
    : scenarios.has(step.scenario);
}

function leftOut(file: string, step: PathStep): Diagnostic {
  const what = step.kind === "lesson" ? `lesson "${step.lesson}"` : `scenario "${step.scenario}"`;
  return {
    file,
    line: 1,
    column: 1,
    rule: "path/step-not-ready",
    severity: "warning",
    message: `The ${what} has errors and was never in use, so the path goes on without it.`,
    fix: "Mend that file; the step then joins by itself.",
  };
}

export function parseCourses(
  reading: Reading,
  basics: BasicPieces,
): { readonly courses: readonly PieceOf<"course">[]; readonly paths: readonly PieceOf<"path">[] } {
  const offer = onOffer(reading, basics);
  const { placed, vocabulary } = basics;
  const outline = offer.lessons.map(({ file, definition }) => [file, definition.scenarios]);
  const context = [vocabulary, outline, [...offer.scenarios], placed.map(({ slug }) => slug)];
  const courses = ofKind(placed, "course").flatMap(
    ({ file, slug }) =>
      reading.piece(file.path, {
        kind: "course",
        slug,
        context,
        parse: (source) => {
          const parsed = parseCourse(source, { vocabulary, lessons: offer.lessons });
          if (parsed.definition === null) return parsed;
          const steps = parsed.definition.steps.filter((step) => canBeTaken(step, offer));
          return { ...parsed, definition: { ...parsed.definition, steps } };
        },
      }) ?? [],
  );
  const lessons = ofKind(placed, "lesson").map((each) => each.slug);
  const scenarios = ofKind(placed, "scenario").map((each) => each.slug);
  const paths = ofKind(placed, "path").flatMap(
    ({ file, slug }) =>
      reading.piece(file.path, {
        kind: "path",
        slug,
        context,
        parse: (source) => {
          const parsed = parsePath(source, { lessons, scenarios });
          if (parsed.definition === null) return parsed;
          const { steps } = parsed.definition;
          const taken = steps.filter((step) => canBeTaken(step, offer));
          const missing = steps.filter((step) => !taken.includes(step));
          return {
            definition: { ...parsed.definition, steps: taken },
            diagnostics: [
              ...parsed.diagnostics,
              ...missing.map((step) => leftOut(source.file, step)),
            ],
          };
        },
      }) ?? [],
  );
  return { courses, paths };
}
