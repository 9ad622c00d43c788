import { expect, test } from "vitest";
import { loadLibrary, shippedContent } from "~/cli/content/load-library";
import { plainText } from "~/core/prose/prose";

const { library } = await loadLibrary(shippedContent);

/** Questions of lessons with one right answer: where it stands, and how long it is beside the others. */
const questions = library.lessons.flatMap(({ definition }) =>
  definition.checks
    .filter(({ kind }) => kind === "one")
    .map(({ options }) => {
      const place = options.findIndex(({ correct }) => correct);
      const lengths = options.map(({ text }) => plainText(text).length);
      const others = lengths.filter((_, at) => at !== place);
      const right = lengths[place] ?? 0;
      return {
        place,
        isLongest: others.every((length) => length < right),
        isShortest: others.every((length) => length > right),
      };
    }),
);

/** The most that may have in common what the right answer could be picked by, unread. */
const MOST = 0.4;

const share = (holds: (question: (typeof questions)[number]) => boolean) =>
  questions.filter(holds).length / questions.length;

test("the right answer to a question is neither mostly the longest nor mostly the shortest", () => {
  expect(questions.length).toBeGreaterThan(40);
  expect(share(({ isLongest }) => isLongest)).toBeLessThanOrEqual(MOST);
  expect(share(({ isShortest }) => isShortest)).toBeLessThanOrEqual(MOST);
});

test("the right answer to a question stands in no place in most of them", () => {
  for (const place of [0, 1, 2, 3]) {
    expect(share((question) => question.place === place)).toBeLessThanOrEqual(MOST);
  }
});
