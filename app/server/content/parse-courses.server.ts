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

/** Lessons without a course, or content without a vocabulary: nobody would find out otherwise. */
function missingFiles({ placed }: BasicPieces): Diagnostic[] {
  const courses = new Set(ofKind(placed, "course").map(({ slug }) => slug));
  const wanted = new Set(ofKind(placed, "lesson").map(({ slug }) => slug.split("/")[0] ?? ""));
  const missing = [...wanted]
    .filter((course) => !courses.has(course))
    .map((course) => ({
      file: `courses/${course}/course.yml`,
      message: `The folder courses/${course} holds lessons, and no course.yml says what course they are.`,
      fix: "Add course.yml with title, summary, order and behaviours.",
    }));
  if (ofKind(placed, "behaviours").length === 0) {
    missing.push({
      file: "behaviours.yml",
      message: "There is no behaviours.yml, so no behaviour has a name.",
      fix: "Put it back: every lesson and role-play uses it.",
    });
  }
  return missing.map((each) => ({
    ...each,
    line: 1,
    column: 1,
    rule: "file/missing",
    severity: "error",
  }));
}

interface Outlines {
  readonly courses: readonly PieceOf<"course">[];
  readonly paths: readonly PieceOf<"path">[];
  readonly diagnostics: readonly Diagnostic[];
}

export async function parseCourses(reading: Reading, basics: BasicPieces): Promise<Outlines> {
  const offer = onOffer(reading, basics);
  const { placed, vocabulary } = basics;
  const outline = offer.lessons.map(({ file, definition }) => [file, definition.scenarios]);
  const context = [vocabulary, outline, [...offer.scenarios], placed.map(({ slug }) => slug)];
  const courses = await reading.pieces(ofKind(placed, "course"), ({ slug }) => ({
    kind: "course",
    slug,
    context,
    parse: (source) => {
      const parsed = parseCourse(source, { vocabulary, lessons: offer.lessons });
      if (parsed.definition === null) return parsed;
      const steps = parsed.definition.steps.filter((step) => canBeTaken(step, offer));
      return { ...parsed, definition: { ...parsed.definition, steps } };
    },
  }));
  const lessons = ofKind(placed, "lesson").map((each) => each.slug);
  const scenarios = ofKind(placed, "scenario").map((each) => each.slug);
  const paths = await reading.pieces(ofKind(placed, "path"), ({ slug }) => ({
    kind: "path",
    slug,
    context,
    parse: (source) => {
      const parsed = parsePath(source, { lessons, scenarios });
      if (parsed.definition === null) return parsed;
      const { steps } = parsed.definition;
      const taken = steps.filter((step) => canBeTaken(step, offer));
      const missing = steps.filter((step) => !taken.includes(step));
      const remarks = missing.map((step) => leftOut(source.file, step));
      return {
        definition: { ...parsed.definition, steps: taken },
        diagnostics: [...parsed.diagnostics, ...remarks],
      };
    },
  }));
  return { courses, paths, diagnostics: missingFiles(basics) };
}
