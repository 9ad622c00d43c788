/** Where it is told that something is wrong in a value that goes over several lines. */
import { expect, test } from "vitest";
import type { Diagnostic } from "~/core/diagnostic";
import { verifyScenario } from "~/core/scenario/verification/verify";
import { parseScenario } from "~/language/scenario/parse-scenario";
import { verificationDiagnostics } from "~/language/verification";
import {
  sampleText as text,
  sampleVocabulary as vocabulary,
} from "tests/factories/sample-scenario";

const file = "scenarios/ring/index.mdx";

function diagnosticsOf(source: string): readonly Diagnostic[] {
  const { definition, diagnostics } = parseScenario({ file, text: source }, { vocabulary });
  const proof = definition ? verificationDiagnostics(file, verifyScenario(definition)) : [];
  return [...diagnostics, ...proof];
}

/** The rest of the line that something is told at. */
const writtenAt = (source: string, { line, column }: Diagnostic) =>
  source.split("\n")[line - 1]?.slice(column - 1) ?? "";

test.each([
  ["... awful", "reply/phrase ... awful;"],
  ["/awful", "reply/phrase /awful;"],
  ["a-b/c ".repeat(6).trim(), `reply/phrase ${"a-b/c ".repeat(6).trim()};`],
  ["so awful, really", "reply/sign , really;"],
])(
  "what is wrong with the phrase %s is told where it stands, on a line of its own",
  (phrase, told) => {
    const phrases = `must be hard;\n          ${phrase};\n          sorry`;
    const source = text.replace(/phrases="must[^"]*"/, `phrases="${phrases}"`);
    const found = diagnosticsOf(source);
    expect(found.map((one) => `${one.rule} ${writtenAt(source, one)}`)).toEqual([told]);
  },
);

test.each([
  ["looked\n          and patience >= 0", "patience >= 0", "patience >= 0"],
  [
    "looked and (patience > 1\n  or patience >= 0)",
    "patience > 1 or patience >= 0",
    "patience > 1",
  ],
  ["(patience &lt; 3 or looked) and patience &gt;= 0", "patience >= 0", "patience &gt;= 0"],
  ["looked and patience >= - 0", "patience >= - 0", "patience >= - 0"],
  ["looked and not\n          (patience = 0)", "not (patience = 0)", "not"],
])("the part of %j that decides nothing is told where it stands", (when, part, written) => {
  const source = text.replace("looked or patience > 1", when);
  const found = diagnosticsOf(source).filter(({ rule }) => rule === "condition/always-true");
  const whole = when.replace(/\s+/g, " ").replace("&lt;", "<").replace("&gt;", ">");
  expect(found.map(({ message }) => message)).toEqual([
    `\`${part}\` always holds when it is asked, in the condition \`${whole}\` of this choice.`,
  ]);
  for (const one of found) expect(writtenAt(source, one).startsWith(written)).toBe(true);
});
