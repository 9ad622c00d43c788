import { expect, test } from "vitest";
import { loadLibrary, shippedContent } from "~/cli/content/load-library";
import { plainText } from "~/core/prose/prose";
import { answersOf } from "~/core/scenario/lookup";

const { library } = await loadLibrary(shippedContent);
const scenarios = library.scenarios.map(({ definition }) => definition);

/** Speech in quotation marks, with who says it: that is how a story tells it, not how it is said. */
const told =
  /[,.!?…]” (?:(?:he|she|they) (?:says|asks|writes)|(?:says|asks|writes) (?:he|she|\p{Lu}))/u;

test("a bubble holds what somebody says, and nothing that is told about them", () => {
  const wrong = scenarios.flatMap(({ slug, scenes, endings }) =>
    [
      ...scenes.flatMap(({ lines }) => lines),
      ...scenes.flatMap(answersOf).flatMap(({ consequence }) => consequence),
      ...endings.flatMap(({ lines }) => lines),
    ]
      .filter(({ speaker }) => speaker !== null)
      .map(({ text }) => plainText(text))
      .filter((words) => told.test(words))
      .map((words) => `${slug}: ${words}`),
  );
  expect(wrong).toEqual([]);
});

test("at every ending somebody says in their own words what they tell tonight", () => {
  const wrong = scenarios.flatMap(({ slug, endings }) =>
    endings.flatMap(({ id, tonight, tonightWhen = [] }) =>
      [tonight, ...tonightWhen.map(({ text }) => text)]
        .filter((text) => !/“[^”]+”/.test(plainText(text)))
        .map(() => `${slug}: ${id}`),
    ),
  );
  expect(wrong).toEqual([]);
});
