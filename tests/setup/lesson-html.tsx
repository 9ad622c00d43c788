import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { createMemoryRouter, RouterProvider } from "react-router-dom";
import {
  emptyLesson,
  LessonStateContext,
  type LessonState,
} from "~/components/lesson/lesson-state";

/** A part of a lesson as the server writes it. */
export function lessonHtml(element: ReactElement, state: Partial<LessonState>): string {
  const page = (
    <LessonStateContext.Provider value={{ ...emptyLesson, ...state }}>
      {element}
    </LessonStateContext.Provider>
  );
  const router = createMemoryRouter([{ path: "*", element: page }]);
  return renderToStaticMarkup(<RouterProvider router={router} />);
}
