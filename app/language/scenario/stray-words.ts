/** Words that would be read, but not where their author meant them to be. */
import type { Nodes } from "mdast";
import type { Position } from "~/core/diagnostic";
import { startOf } from "../node-place";
import type { Element, Part } from "../parts";
import type { Reporter } from "../reporter";

/** Where the first word stands: a text behind an element begins with the end of that line. */
function firstWordIn(node: Nodes): Position {
  const [first] = "children" in node ? node.children : [];
  if (first) return firstWordIn(first);
  const written = node.type === "text" ? node.value : "";
  const breaks = /^\s*/.exec(written)?.[0].split("\n").length ?? 1;
  const { line, column } = startOf(node);
  const end = node.position?.end;
  if (breaks === 1) return { line, column };
  const onLastLine = line + breaks - 1 === end?.line;
  const length = written.length - written.lastIndexOf("\n") - 1;
  return { line: line + breaks - 1, column: onLastLine ? end.column - length : 1 };
}

/** The first words behind an element for which `opens` holds. */
function wordsBehind(parts: readonly Part[], opens: (element: Element) => boolean): Nodes | null {
  const first = parts.findIndex((part) => part.kind === "element" && opens(part.element));
  const behind = first === -1 ? [] : parts.slice(first + 1);
  const stray = behind.find((part) => part.kind === "markdown");
  return stray?.kind === "markdown" ? stray.node : null;
}

const answers = ["Choice", "Match", "Otherwise", "Silence"];

/** What a learner reads before they answer stands before what follows from the answer. */
export function reportLateWords({ name, content }: Element, reporter: Reporter): void {
  const late = wordsBehind(content, () => true);
  if (late === null) return;
  const isAnswer = answers.includes(name);
  reporter.report(
    "element/stray-text",
    firstWordIn(late),
    isAnswer
      ? "These words come after what follows from the answer, and would be read as part of the answer."
      : `These words come after the feedback, and would be read as part of the <${name}>.`,
    `Put them first in <${name}>, or into ${isAnswer ? "a <Consequence> or <Feedback>" : "its <Feedback>"}.`,
  );
}

/** A question is read before what may be answered, so none of it stands behind the first `part`. */
export function reportWordsBehindQuestion(
  { content }: Element,
  part: string,
  reporter: Reporter,
): void {
  const stray = wordsBehind(content, ({ name }) => name === part);
  if (stray === null) return;
  reporter.report(
    "element/stray-text",
    firstWordIn(stray),
    `Words behind the first <${part}> would be read as part of the question above it.`,
    `Put them up there, or into the <${part}> that they belong to.`,
  );
}

const moments = ["Scene", "Interlude", "Ending"];

/** The briefing is read before the first moment, so none of it stands behind that. */
export function reportWordsBetweenScenes(
  parts: readonly Part[],
  isTalk: boolean,
  reporter: Reporter,
): void {
  const stray = wordsBehind(parts, ({ name }) => moments.includes(name));
  if (stray === null) return;
  reporter.report(
    "element/stray-text",
    firstWordIn(stray),
    isTalk
      ? "Words outside a scene are read before the talk, and come before its first scene."
      : "Words outside a scene are the briefing, and that comes before the first scene.",
    "Put them up there, or into the <Line> of a scene.",
  );
}
