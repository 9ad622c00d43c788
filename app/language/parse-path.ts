/** A path: steps from several courses, each with its due day. */
import type { Path, PathStep } from "~/core/course/definition";
import { stepSlug } from "~/core/course/progress";
import type { Position } from "~/core/diagnostic";
import { readValidFor } from "./course-settings";
import { Fields } from "./fields";
import { placeOfFile } from "./place";
import { parseSafely, type Parsed, type Reporter } from "./reporter";
import { acceptableText, type Source } from "./source";
import { quoted, suggestName } from "./suggestion";
import { readYaml } from "./yaml-tree";

export interface PathContext {
  /** Ids of the lessons there are, as `course/lesson`. */
  readonly lessons: readonly string[];
  /** Slugs of the scenarios there are. */
  readonly scenarios: readonly string[];
}

/** Names of the facts of a path, and of each of its steps; `pathBasics` are those of every path. */
export const pathBasics = ["title", "summary", "steps"];
export const pathFacts = [...pathBasics, "validFor"];
export const pathStepFacts = ["lesson", "scenario", "dueAfterDays"];

function readStep(fields: Fields, context: PathContext, reporter: Reporter): PathStep | null {
  const dueAfterDays = fields.whole("dueAfterDays", 0, 3650, "days after the start date");
  const isLesson = fields.has("lesson");
  if (isLesson === fields.has("scenario")) {
    reporter.report(
      "field/wrong-kind",
      fields.start,
      "A step is a lesson or a scenario.",
      "Write - { lesson: course/lesson, dueAfterDays: 0 } or - { scenario: slug, dueAfterDays: 3 }.",
    );
    return null;
  }
  if (isLesson) {
    const lesson = fields.text("lesson", "course/lesson");
    if (lesson !== "" && !context.lessons.includes(lesson)) {
      reporter.report(
        "lesson/unknown",
        fields.at("lesson"),
        `There is no lesson ${quoted(lesson)}.`,
        context.scenarios.includes(lesson)
          ? `That is a scenario: write scenario: ${lesson}.`
          : // Alone, the name of a lesson says nothing of its course.
            suggestName(
              context.lessons.find((id) => id.endsWith(`/${lesson}`)) ?? lesson,
              context.lessons,
              "lessons",
            ),
      );
    }
    return { kind: "lesson", lesson, dueAfterDays };
  }
  const scenario = fields.text("scenario", "the scenario's folder name");
  if (scenario !== "" && !context.scenarios.includes(scenario)) {
    reporter.report(
      "scenario/unknown",
      fields.at("scenario"),
      `There is no scenario ${quoted(scenario)}.`,
      context.lessons.includes(scenario)
        ? `That is a lesson: write lesson: ${scenario}.`
        : suggestName(scenario, context.scenarios, "scenarios"),
    );
  }
  return { kind: "scenario", scenario, dueAfterDays };
}

interface PlacedStep {
  readonly step: PathStep;
  readonly at: Position;
}

/** A step that stands twice would be counted twice, and done once. */
function reportTwice(placed: readonly PlacedStep[], reporter: Reporter): void {
  const first = new Map<string, Position>();
  for (const { step, at } of placed) {
    const slug = stepSlug(step);
    const earlier = slug === "" ? undefined : first.get(`${step.kind} ${slug}`);
    if (earlier) {
      reporter.report(
        "name/duplicate",
        at,
        `${quoted(slug)} is a step of this path on line ${earlier.line} already.`,
        "Keep one of the two.",
      );
    } else first.set(`${step.kind} ${slug}`, at);
  }
}

export function parsePath(source: Source, context: PathContext): Parsed<Path> {
  return parseSafely(source.file, (reporter) => {
    const text = acceptableText(source.text, reporter);
    const tree =
      text === null ? null : readYaml(text, 1, [...pathFacts, ...pathStepFacts], reporter);
    if (!tree) return null;
    const fields = new Fields(tree, reporter, pathFacts);
    const place = placeOfFile(source.file);
    const validFor = readValidFor(fields, reporter);
    const placed = fields
      .records("steps", pathStepFacts, "the steps in their order")
      .flatMap((record) => {
        const step = readStep(record, context, reporter);
        return step ? [{ step, at: record.start }] : [];
      });
    reportTwice(placed, reporter);
    const steps = placed.map(({ step }) => step);
    return {
      slug: place?.kind === "path" ? place.slug : "path",
      title: fields.text("title", "what it is called"),
      summary: fields.text("summary", "one sentence"),
      steps,
      ...(validFor === null ? {} : { validFor }),
    };
  });
}
