import { useLocation } from "@remix-run/react";
import { createElement, Suspense, useContext } from "react";
import { paths } from "~/paths";
import { CompiledLessonContext, lessonMark } from "./compiled-lesson";
import { useLessonState } from "./lesson-state";
import { bodyClass, WrittenBodyContext } from "./written-body";

interface LessonBodyProps {
  /** Names the compiled lesson, as `lessonModuleHash` gives it. */
  readonly hash: string;
}

/**
 * The compiled text of a lesson. In the browser the server's HTML stays in place until the module
 * and its rarer components have arrived; then React takes it over.
 */
export function LessonBody({ hash }: LessonBodyProps) {
  const compiled = useContext(CompiledLessonContext)(hash);
  const { pathname, search } = useLocation();
  const state = useLessonState();
  const written = useContext(WrittenBodyContext)({ hash, address: pathname + search, state });
  if (compiled === null) return null;
  if (written !== null) {
    return <div className={bodyClass} dangerouslySetInnerHTML={{ __html: written }} />;
  }
  return (
    <div className={bodyClass}>
      <Suspense fallback={<p aria-busy="true">Opening the lesson …</p>}>
        {createElement(compiled)}
        <span hidden {...{ [lessonMark]: hash }} />
      </Suspense>
    </div>
  );
}

/** For a route's `meta`: the module is fetched beside the page and not after it. */
export function lessonModulePreload(hash: string) {
  return { tagName: "link", rel: "modulepreload", href: paths.lessonModule(hash) } as const;
}
