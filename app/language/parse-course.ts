/** `course.yml`: a course and its steps, which follow from the folders of its lessons. */
import type { Vocabulary } from "~/core/behaviour/behaviour";
import type { Course, Lesson, Step } from "~/core/course/definition";
import { knownTags } from "./behaviour-tags";
import { officialFacts, readOfficial, readValidFor } from "./course-settings";
import { Fields } from "./fields";
import { placeOfFile } from "./place";
import { parseSafely, type Parsed } from "./reporter";
import { acceptableText, type Source } from "./source";
import { readYaml } from "./yaml-tree";

export interface CourseContext {
  /** Null where the vocabulary itself cannot be read. */
  readonly vocabulary: Vocabulary | null;
  /** Every lesson there is, with its file, whose number gives the order; those of other courses are left aside. */
  readonly lessons: readonly { readonly file: string; readonly definition: Lesson }[];
}

function stepsOf(course: string, lessons: CourseContext["lessons"]): readonly Step[] {
  const seen = new Set<string>();
  return lessons
    .filter(({ definition }) => definition.course === course)
    .toSorted((left, right) => (left.file < right.file ? -1 : 1))
    .flatMap(({ definition: lesson }): readonly Step[] => {
      const scenarios = lesson.scenarios.filter((scenario) => !seen.has(scenario));
      for (const scenario of scenarios) seen.add(scenario);
      return [
        { kind: "lesson", lesson: lesson.id },
        ...scenarios.map((scenario): Step => ({ kind: "scenario", scenario })),
      ];
    });
}

/** Names of the facts of a course; `courseBasics` are those that every course has. */
export const courseBasics = ["title", "summary", "order", "behaviours"];
export const courseFacts = [...courseBasics, "official", "validFor"];

export function parseCourse(source: Source, context: CourseContext): Parsed<Course> {
  return parseSafely(source.file, (reporter) => {
    const text = acceptableText(source.text, reporter);
    const tree = text === null ? null : readYaml(text, 1, courseFacts, reporter);
    if (!tree) return null;
    const fields = new Fields(tree, reporter, courseFacts, { official: officialFacts });
    const place = placeOfFile(source.file);
    const slug = place?.kind === "course" ? place.course : "course";
    const official = readOfficial(fields, reporter);
    const validFor = readValidFor(fields, reporter);
    return {
      slug,
      title: fields.text("title", "what it is called"),
      summary: fields.text("summary", "one sentence"),
      behaviours: knownTags(
        fields.texts("behaviours", "the behaviours that it teaches"),
        context.vocabulary,
        reporter,
      ),
      order: fields.whole("order", 0, 10_000, "its place in lists, lower first"),
      steps: stepsOf(slug, context.lessons),
      ...(official === null ? {} : { official }),
      ...(validFor === null ? {} : { validFor }),
    };
  });
}
