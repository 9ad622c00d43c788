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

export function qualityOf(library: Library, memory?: Memory): Quality {
  const recall = memory?.recall ?? anew;
  const scenarios = library.scenarios.map(({ definition }) => definition);
  return {
    lessons: library.lessons.map(({ definition, text }) =>
      recall(["figures", definition, text], () => lessonFigures(definition, text)),
    ),
    scenarios: scenarios.map((scenario) =>
      recall(["figures", scenario], () => scenarioFigures(scenario)),
    ),
    set: setFigures(
      scenarios,
      library.vocabulary.map(({ tag }) => tag),
    ),
  };
}
