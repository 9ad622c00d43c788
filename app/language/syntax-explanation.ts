/** The Markdown parser's complaints, in a trainer's words. */
import type { Position } from "~/core/diagnostic";
import type { VFileMessage } from "vfile-message";
import type { RuleId } from "~/core/diagnostic-rules";
import type { ElementTable } from "./elements";
import { positionAt } from "./source";
import type { Reporter } from "./reporter";
import { firstTagMistake, laterTagMistakes } from "./tag-balance";
import { withoutQuietParts } from "./tag-scanner";

interface Explanation {
  readonly rule: RuleId;
  readonly at?: Position;
  readonly message: string;
  readonly fix: string;
}

function placeOf(problem: VFileMessage, body: string): Position {
  const { place } = problem;
  if (!place) return positionAt(body, body.length);
  const { line, column } = "start" in place ? place.start : place;
  return { line, column };
}

const openedAt = /`<([^>`]*)>` \((\d+):(\d+)-/;

function unclosed(reason: string, at: Position): Explanation {
  const opened = openedAt.exec(reason);
  const name = opened?.[1] ?? "";
  const start = opened ? { line: Number(opened[2]), column: Number(opened[3]) } : at;
  if (/before the end of `(paragraph|heading|emphasis|strong|link)`/.test(reason)) {
    return {
      rule: "mdx/unclosed",
      at: start,
      message: `<${name}> shares its line with words, and an empty line or a list comes before </${name}>.`,
      fix: `Put <${name}> and </${name}> each on a line of its own, or take the empty line out.`,
    };
  }
  if (/before the end of/.test(reason)) {
    return {
      rule: "mdx/unclosed",
      at: start,
      message: `<${name}> begins inside a list or a quotation that ends before </${name}> comes.`,
      fix: `Take out the sign before it that makes a list or a quotation, or close it with </${name}> inside the same one.`,
    };
  }
  const closing = /Unexpected closing tag `<\/([^>`]*)>`/.exec(reason)?.[1];
  return {
    rule: "mdx/unclosed",
    at: start,
    message:
      closing === undefined
        ? `<${name}> is never closed.`
        : `<${name}> is not closed before </${closing}> on line ${at.line}.`,
    fix: `Add </${name}> where it ends, or write <${name} … /> if it holds no words.`,
  };
}

function closedElsewhere(reason: string, at: Position): Explanation {
  const name = /closing tag `<\/([^>`]*)>`/.exec(reason)?.[1] ?? "";
  return {
    rule: "mdx/unclosed",
    at,
    message: `</${name}> stands at the end of a line of text, but <${name}> stands on a line of its own.`,
    fix: `Put </${name}> on a line of its own too.`,
  };
}

/** The bracket that nothing closes: the parser only notices where the text ends. */
function openBrace(body: string): Position | null {
  const open: number[] = [];
  for (const { 0: sign, index } of withoutQuietParts(body).matchAll(/[{}]/g)) {
    if (sign === "{") open.push(index);
    else open.pop();
  }
  const last = open.at(-1);
  return last === undefined ? null : positionAt(body, last);
}

function unexpected(reason: string, body: string, at: Position): Explanation {
  const lines = body.split("\n");
  const rest = (lines[at.line - 1] ?? "").slice(at.column - 1);
  if (rest.startsWith("!--") || rest.startsWith("!")) {
    return {
      rule: "mdx/syntax",
      message: "HTML comments are not allowed.",
      fix: "Write {/* your note */} instead.",
    };
  }
  if (/create a link/.test(reason)) {
    return {
      rule: "address/not-allowed",
      message: "An address in angle brackets cannot stand here.",
      fix: "Write [the words to click](https://…).",
    };
  }
  if (/before attribute value/.test(reason)) {
    const curly = /^[“”„‘’«»]/.test(rest);
    return {
      rule: "mdx/syntax",
      message: curly
        ? "These quotation marks are the curly kind, which a word processor makes."
        : "A value needs quotation marks around it.",
      fix: 'Write the value between straight quotation marks, as in to="second".',
    };
  }
  if (/in attribute value/.test(reason)) {
    return {
      rule: "mdx/syntax",
      message: "A quotation mark that opens a value is never closed.",
      fix: 'Every attribute is written name="value": look for the one without its second quotation mark.',
    };
  }
  if (/expression/.test(reason)) {
    return {
      rule: "mdx/expression",
      at: openBrace(body) ?? at,
      message:
        "A curly bracket opens here and is never closed; curly brackets are not used in content.",
      fix: "Take it out. To show one in a text, write `{` between backticks.",
    };
  }
  if (/before name|closing slash/.test(reason)) {
    return {
      rule: "mdx/syntax",
      message: "After < should come the name of an element.",
      fix: "To write the sign itself, put a space after it, or write &lt;.",
    };
  }
  return {
    rule: "mdx/syntax",
    message: "This tag is not written as a tag should be.",
    fix: 'A tag looks like <Line by="rosa" mood="worried">: a name, then name="value" as often as needed, then >.',
  };
}

function explanation(problem: VFileMessage, body: string, at: Position): Explanation {
  const { reason } = problem;
  if (/either after the end of|another opening tag after/.test(reason)) {
    return closedElsewhere(reason, at);
  }
  if (problem.ruleId === "end-tag-mismatch") return unclosed(reason, at);
  if (problem.ruleId === "unexpected-closing-slash" && /open tag first/.test(reason)) {
    return {
      rule: "mdx/unclosed",
      message: "This closes an element that was never opened.",
      fix: "Take it out, or look for its opening tag above: it may be spelt differently or end in />.",
    };
  }
  return unexpected(reason, body, at);
}

/**
 * The first mistake, by us where the tags show it, else what the parser noticed; and one more for each
 * scene, ending or the like further down that holds one of its own.
 */
export function explainSyntax(
  problem: VFileMessage,
  body: string,
  table: ElementTable,
  reporter: Reporter,
): void {
  const own = /expression/.test(problem.reason) ? null : firstTagMistake(body, table);
  const noticed = placeOf(problem, body);
  const first = own ?? explanation(problem, body, noticed);
  const at = first.at ?? noticed;
  const later = laterTagMistakes(body, table, at.line);
  for (const { rule, message, fix, at: place } of [{ ...first, at }, ...later])
    reporter.report(rule, place, message, fix);
}
