import type { ReactElement } from "react";
import {
  emptyLesson,
  LessonStateContext,
  type LessonState,
} from "~/components/lesson/lesson-state";
import { pageHtml } from "tests/setup/page-html";

/** A part of a lesson as the server writes it. */
export function lessonHtml(element: ReactElement, state: Partial<LessonState>): Promise<string> {
  return pageHtml(
    <LessonStateContext.Provider value={{ ...emptyLesson, ...state }}>
      {element}
    </LessonStateContext.Provider>,
  );
}
