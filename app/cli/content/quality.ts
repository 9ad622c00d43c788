/** The figures of a content folder: what `content check` prints as a table. */
import { lessonFigures, type LessonFigures } from "~/core/quality/lesson-figures";
import { scenarioFigures, type ScenarioFigures } from "~/core/quality/scenario-figures";
import { setFigures, type SetFigures } from "~/core/quality/set-figures";
import type { Library } from "~/language/library";
import { anew, type Memory } from "./memory";

export interface Quality {
  readonly lessons: readonly LessonFigures[];
  readonly scenarios: readonly ScenarioFigures[];
  readonly set: SetFigures;
}

export function lessonsOf(library: Library, memory?: Memory): readonly LessonFigures[] {
  const recall = memory?.recall ?? anew;
  return library.lessons.map(({ definition, text }) =>
    recall(["figures", definition, text], () => lessonFigures(definition, text)),
  );
}

/** What is known of its parts already need not be given; then it is counted. */
export function qualityOf(
  library: Library,
  lessons: readonly LessonFigures[] = lessonsOf(library),
  scenarios: readonly ScenarioFigures[] = library.scenarios.map(({ definition }) =>
    scenarioFigures(definition),
  ),
): Quality {
  return {
    lessons,
    scenarios,
    set: setFigures(
      library.scenarios.map(({ definition }) => definition),
      library.vocabulary.map(({ tag }) => tag),
    ),
  };
}
