import { expect, test } from "vitest";
import { loadLibrary, shippedContent } from "~/cli/content/load-library";
import { plainText } from "~/core/prose/prose";
import { bestChoiceOf } from "~/core/scenario/best-choice";
import type { Choice } from "~/core/scenario/definition";

const { library } = await loadLibrary(shippedContent);

/** Moments with one best choice, the one that shows most: its words, and those of the others. */
const moments = library.scenarios.flatMap(({ definition }) =>
  definition.scenes.flatMap((scene) => {
    const best = bestChoiceOf(scene);
    if (best === null) return [];
    const words = ({ text }: Choice) => plainText(text);
    return [{ best: words(best), others: scene.choices.filter((own) => own !== best).map(words) }];
  }),
);

/** A sign by which a best choice could be picked unread, and the share of moments that may have it. */
const MOST = 0.2;
const signs: readonly (readonly [string, RegExp])[] = [
  ["a question", /\?/],
  ["an exclamation mark", /!/],
  ["a polite word", /\b(?:sorry|thanks?|please)\b/i],
];

test.for(signs)(
  "the best choice is seldom the only one with %s, or the only one without",
  ([, sign]) => {
    const alone = moments.filter(
      ({ best, others }) => sign.test(best) && !others.some((own) => sign.test(own)),
    );
    const without = moments.filter(
      ({ best, others }) => !sign.test(best) && others.every((own) => sign.test(own)),
    );
    expect(moments.length).toBeGreaterThan(100);
    expect(alone.length / moments.length).toBeLessThanOrEqual(MOST);
    expect(without.length / moments.length).toBeLessThanOrEqual(MOST);
  },
);
