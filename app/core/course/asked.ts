/** Everything that a lesson asks and that counts for its completion: checks and exercises, as one list. */
import type { Check, Lesson } from "~/core/course/definition";
import type { Exercise } from "~/core/course/exercise";
import { plainText, type Prose } from "~/core/prose/prose";

export interface AskedPart {
  readonly kind: "check" | "exercise";
  readonly id: string;
  /** What it is called in lists. */
  readonly question: string;
}

const nameLength = 110;

/** A question short enough to name a part by: what is asked, without the story before it. */
export function questionName({ question }: { readonly question: Prose }): string {
  const words = plainText(question);
  const asked = words
    .split(/(?<=[.!?…]["”’')]?)\s+/)
    .findLast((sentence) => sentence.endsWith("?"));
  const name = asked ?? words;
  return name.length <= nameLength
    ? name
    : `${name.slice(0, nameLength - 2).replace(/\s+\S*$/, "")} …`;
}

/** In the order of the page. */
export function askedParts({ checks, exercises = [] }: Lesson): readonly AskedPart[] {
  const part = (kind: AskedPart["kind"]) => (asked: Check | Exercise) => ({ kind, asked });
  return [...checks.map(part("check")), ...exercises.map(part("exercise"))]
    .sort((a, b) => a.asked.at.line - b.asked.at.line)
    .map(({ kind, asked }) => ({ kind, id: asked.id, question: questionName(asked) }));
}
