/**
 * Most pages of lessons are opened by somebody who has answered nothing in them yet, and a body shows
 * nothing but its state and its address: it is rendered for the first of these readers and copied for
 * the others, to the byte, ids included. What somebody wrote or answered is rendered each time and
 * never kept here.
 */
import { createContext } from "react";
import { lessonMark } from "./compiled-lesson";
import type { LessonState } from "./lesson-state";

export const bodyClass = "prose lesson-text";

interface BodyAsked {
  readonly hash: string;
  /** Path and search: forms and links of the body name them. */
  readonly address: string;
  readonly state: LessonState;
}

/** The HTML inside the body's element, where it is known. The browser knows none: it renders. */
export const WrittenBodyContext = createContext<(asked: BodyAsked) => string | null>(() => null);

/** Nothing of it is the reader's own. */
function isUntouched({ checks, exercises, reflections, ratings, goal, problem }: LessonState) {
  return (
    goal === null &&
    problem === null &&
    Object.keys(reflections).length === 0 &&
    Object.keys(ratings).length === 0 &&
    Object.values(checks).every(({ answer }) => answer === null) &&
    Object.values(exercises).every(({ right }) => right === null)
  );
}

/** Each is some 50 kB in memory; the one that was written first makes room. */
const most = 64;

export class WrittenBodies {
  readonly #known = new Map<string, string>();

  /** For the rendering of one page: `find` while it is rendered, `keep` with its whole HTML. */
  page() {
    let missed: { readonly key: string; readonly hash: string } | null = null;
    return {
      find: ({ hash, address, state }: BodyAsked): string | null => {
        if (!isUntouched(state)) return null;
        const key = JSON.stringify([hash, address, state]);
        const known = this.#known.get(key);
        if (known === undefined) missed = { key, hash };
        return known ?? null;
      },
      keep: (html: string): void => {
        if (missed === null) return;
        const body = bodyIn(html, missed.hash);
        if (body === null) return;
        const [oldest] = this.#known.keys();
        if (this.#known.size >= most && oldest !== undefined) this.#known.delete(oldest);
        this.#known.set(missed.key, body);
      },
    };
  }
}

const opening = `<div class="${bodyClass}">`;

/** What React wrote between the tags of the body's element. */
function bodyIn(html: string, hash: string): string | null {
  const closing = `<span hidden="" ${lessonMark}="${hash}"></span><!--/$-->`;
  const from = html.indexOf(opening);
  const to = html.indexOf(closing, from);
  return from === -1 || to === -1 ? null : html.slice(from + opening.length, to + closing.length);
}
