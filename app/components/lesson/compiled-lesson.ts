/**
 * Where a compiled lesson comes from. On the server it is at hand (`entry.server` says how); in the
 * browser it is a module of our own origin, named by its hash, so that nothing is ever evaluated
 * from a string and the policy needs no `unsafe-eval`.
 */
import { createContext, createElement, lazy, type ComponentType } from "react";
import { Fragment, jsx, jsxs } from "react/jsx-runtime";
import { lessonComponents } from "~/components/mdx/lesson-components";
import { paths } from "~/paths";

/** Components by the names that lessons use for them. */
export type LessonComponents = Readonly<Record<string, ComponentType<never>>>;

/** As MDX compiles it. */
export type CompiledBody = ComponentType<{ readonly components?: LessonComponents }>;

/** With its components. */
export type CompiledLesson = ComponentType;

interface LessonModule {
  readonly default: (runtime: {
    readonly Fragment: typeof Fragment;
    readonly jsx: typeof jsx;
    readonly jsxs: typeof jsxs;
  }) => CompiledBody;
}

/** Marks HTML of the lesson that the server made. */
export const lessonMark = "data-lesson";

async function load(hash: string): Promise<{ default: CompiledLesson }> {
  try {
    const address = paths.lessonModule(hash);
    const module = (await import(/* @vite-ignore */ address)) as LessonModule;
    const body = module.default({ Fragment, jsx, jsxs });
    return { default: () => createElement(body, { components: lessonComponents }) };
  } catch {
    // The session is over, or the line is down. The server's HTML is readable and its forms work
    // without script, so it stays; where there is none, the server is asked for it.
    if (document.querySelector(`[${lessonMark}="${hash}"]`) === null) window.location.reload();
    return new Promise(() => undefined);
  }
}

const asked = new Map<string, CompiledLesson>();

function inBrowser(hash: string): CompiledLesson {
  const known = asked.get(hash);
  if (known !== undefined) return known;
  const lesson = lazy(() => load(hash));
  asked.set(hash, lesson);
  return lesson;
}

export const CompiledLessonContext =
  createContext<(hash: string) => CompiledLesson | null>(inBrowser);
