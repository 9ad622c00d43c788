import { createElement, Suspense, useContext, type ComponentType } from "react";
import { paths } from "~/paths";
import { CompiledLessonContext, lessonMark } from "./compiled-lesson";

interface LessonBodyProps {
  /** Names the compiled lesson, as `lessonModuleHash` gives it. */
  readonly hash: string;
  readonly components: Readonly<Record<string, ComponentType<never>>>;
}

/**
 * The compiled text of a lesson. In the browser the server's HTML stays in place until the module
 * has arrived; then React takes it over.
 */
export function LessonBody({ hash, components }: LessonBodyProps) {
  const compiled = useContext(CompiledLessonContext)(hash);
  if (compiled === null) return null;
  return (
    <Suspense fallback={<p aria-busy="true">Opening the lesson …</p>}>
      {createElement(compiled, { components })}
      <span hidden {...{ [lessonMark]: hash }} />
    </Suspense>
  );
}

/** For a route's `meta`: the module is fetched beside the page and not after it. */
export function lessonModulePreload(hash: string) {
  return { tagName: "link", rel: "modulepreload", href: paths.lessonModule(hash) } as const;
}
