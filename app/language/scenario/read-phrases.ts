/** The phrases of a typed reply. */
import type { Position } from "~/core/diagnostic";
import { waysToSay } from "~/core/scenario/reply-matching";
import type { PlacedText } from "../fields";
import type { Element } from "../parts";
import { quoted } from "../suggestion";
import type { Scope } from "./scope";

const MAX_PHRASES = 60;

/** Signs that authors put between phrases, or take for wildcards, and that count for nothing. */
const idleSign = /[,*|()[\]"“”]/;

function reportIdleSign(phrase: string, sign: string, at: Position, { reporter }: Scope): void {
  reporter.report(
    "reply/sign",
    at,
    `${quoted(sign)} counts for nothing in a phrase: all of ${quoted(phrase)} has to be said.`,
    sign === ","
      ? "Put a semicolon between two phrases, or leave the comma out of one."
      : "Leave it out; a/b is for either of two words, and ... for up to five words between others.",
  );
}

/** The phrases in an attribute, with a sentence for each that could not be typed or holds what counts for nothing. */
export function phrasesOf(element: Element, name: string, scope: Scope): readonly PlacedText[] {
  const attribute = element.attributes.get(name);
  if (!attribute) return [];
  const written = [...attribute.value.matchAll(/[^;]+/g)].flatMap(({ 0: part, index }) => {
    const text = part.trim();
    const begins = index + part.search(/\S/);
    return text === "" ? [] : [{ text, index: begins, at: attribute.placeOf(begins) }];
  });
  for (const { text, index, at } of written) {
    const ways = waysToSay(text);
    if (ways.length === 0) {
      scope.reporter.report(
        "reply/phrase",
        at,
        `The phrase ${quoted(text)} can be said in too many ways.`,
        "Write several phrases of it, with semicolons between them.",
      );
      continue;
    }
    const edge = /(?:^|\s)\/|\/(?:\s|$|\/)/.exec(text);
    if (edge && !/\s\/\s/.test(text)) {
      scope.reporter.report(
        "reply/phrase",
        at,
        `In ${quoted(text)} a slash stands at the edge of a word; it belongs between two.`,
        "Write it as in hard/awful, or leave it out.",
      );
      continue;
    }
    const isSayable = ways.every(
      (places) =>
        places.every((words) => words === null || words.length > 0) &&
        places[0] !== null &&
        places.at(-1) !== null,
    );
    if (isSayable) {
      const sign = idleSign.exec(text);
      if (sign) reportIdleSign(text, sign[0], attribute.placeOf(index + sign.index), scope);
      continue;
    }
    scope.reporter.report(
      "reply/phrase",
      at,
      `Nothing that is typed can match the phrase ${quoted(text)}.`,
      /\s\/|\/\s/.test(text)
        ? "Take the spaces beside the slash out, as in hard/awful."
        : "A phrase is words, with a/b for either of two and ... for up to five words between others.",
    );
  }
  if (written.length === 0 || written.length > MAX_PHRASES) {
    scope.reporter.report(
      "reply/phrase",
      attribute.placeOf(0),
      `Between 1 and ${MAX_PHRASES} phrases stand here, with semicolons between them.`,
      "Write them as in sorry; must be ... annoying/frustrating.",
    );
  }
  return written;
}
