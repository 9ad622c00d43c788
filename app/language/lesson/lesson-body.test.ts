import { expect, test } from "vitest";
import { fc } from "tests/setup/properties";
import { lessonElements } from "../elements";
import { parseMdx } from "../mdx-tree";
import { Reporter } from "../reporter";
import { compilerSeesCode, isSafeToCompile } from "./lesson-body";

/** What Markdown, elements and JavaScript are written with, but no curly bracket. */
const fragments = [
  ..."a 1 _ * ** ` ``` ~~~ # ## > - + 1. | = ! [ ]( ) ( \\ / // & ; : , . ' \" $ % @ é 日".split(
    " ",
  ),
  ..."<Aside> </Aside> <Aside <Rating/> <b> </b> <> </> < /> => async await function eval".split(
    " ",
  ),
  ..."imports exported reimport important Import EXPORT import_ default from const var".split(" "),
  ..."&lbrace; &rbrace; &#123; &#x7d; &lt; \\u007b /* */ <!-- --> <?x ?> <![CDATA[".split(" "),
  ...[
    " ",
    "  ",
    "    ",
    "\t",
    "\n",
    "\n\n",
    "\u00a0",
    "\u2028",
    "\ufeff",
    ' title="a"',
    " a='b'",
    " x=y",
  ],
];

const texts = fc
  .array(fc.constantFrom(...fragments), { maxLength: 40 })
  .map((parts) => parts.join(""))
  .filter((text) => !/\b(?:import|export)\b/.test(text));

/** In tests the parser comes as it is built for development, which asserts what it otherwise complains about. */
function isAccepted(body: string, reporter: Reporter): boolean {
  try {
    return parseMdx(body, lessonElements, reporter) !== null;
  } catch {
    return false;
  }
}

test("where nothing is written that code is written with, the compiler's own parser agrees that there is none", () => {
  fc.assert(
    fc.property(texts, (body) => {
      const reporter = new Reporter("courses/c/01-l/index.mdx");
      fc.pre(isAccepted(body, reporter));
      expect(isSafeToCompile(body, reporter)).toBe(true);
      expect(compilerSeesCode(body)).toBe(false);
    }),
    { numRuns: 800 },
  );
});

test.each([
  "{1}",
  "import a from 'a'",
  "export const a = 1",
  "<Aside title={1} />",
  "<Aside {...a} />",
  "words\n\nexport default 1",
])("what the compiler would run is refused: %s", (body) => {
  const reporter = new Reporter("courses/c/01-l/index.mdx");
  expect(isSafeToCompile(body, reporter)).toBe(false);
  expect(reporter.hasErrors).toBe(true);
});
