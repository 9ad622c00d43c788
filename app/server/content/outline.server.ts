/** What a course, a path or the vocabulary holds, as the studio shows it to whoever writes it. */
import { behaviourNames, type Vocabulary } from "~/core/behaviour/behaviour";
import type { Step } from "~/core/course/definition";
import {
  decidedElsewhere,
  dueAfterInWords,
  lastsInWords,
  officialTerms,
  type Setting,
} from "~/core/course/outline-words";
import { stepSlug } from "~/core/course/progress";
import type { Catalogue } from "~/server/content/catalogue.server";

interface OutlineStep {
  readonly kind: Step["kind"];
  readonly slug: string;
  readonly title: string;
  /** Null where the piece is not in use. */
  readonly minutes: number | null;
  /** Of a step of a path: when it is due. */
  readonly due: string | null;
}

interface StepsOutline {
  readonly kind: "course" | "path";
  readonly summary: string;
  /** Names; a path has none of its own. */
  readonly behaviours: readonly string[];
  readonly steps: readonly OutlineStep[];
  readonly settings: readonly Setting[];
}

type Outline = StepsOutline | { readonly kind: "behaviours"; readonly all: Vocabulary };

function shown(content: Catalogue, step: Step, due: string | null): OutlineStep {
  const slug = stepSlug(step);
  const found = step.kind === "lesson" ? content.lesson(slug) : content.scenario(slug);
  const { title = slug, minutes = null } = found?.definition ?? {};
  return { kind: step.kind, slug, title, minutes, due };
}

/** Null where there is no good revision of it, on disk or in use. */
export function outlineOf(content: Catalogue, kind: Outline["kind"], slug: string): Outline | null {
  switch (kind) {
    case "behaviours":
      return content.vocabulary.length === 0 ? null : { kind, all: content.vocabulary };
    case "course": {
      const course = content.course(slug)?.definition;
      if (course === undefined) return null;
      return {
        ...{ kind, summary: course.summary },
        behaviours: behaviourNames(content.vocabulary, course.behaviours),
        steps: course.steps.map((step) => shown(content, step, null)),
        settings: [
          ...officialTerms(course.official),
          ...decidedElsewhere(
            course,
            content.courses.map(({ definition }) => definition),
            (scenario) => content.scenario(scenario)?.definition.title ?? scenario,
          ),
          lastsInWords(course.validFor),
        ],
      };
    }
    case "path": {
      const path = content.path(slug)?.definition;
      if (path === undefined) return null;
      return {
        ...{ kind, summary: path.summary, behaviours: [] },
        steps: path.steps.map((step) => shown(content, step, dueAfterInWords(step.dueAfterDays))),
        settings: [lastsInWords(path.validFor)],
      };
    }
  }
}
