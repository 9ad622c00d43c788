/** Where it is told that something is wrong in a value that goes over several lines. */
import { expect, test } from "vitest";
import { verifyScenario } from "~/core/scenario/verification/verify";
import { parseScenario } from "~/language/scenario/parse-scenario";
import { verificationDiagnostics } from "~/language/verification";
import {
  sampleText as text,
  sampleVocabulary as vocabulary,
} from "tests/factories/sample-scenario";

const file = "scenarios/ring/index.mdx";

/** Rule by rule, what is written where it is told: the rest of that line. */
function toldAt(source: string): readonly string[] {
  const { definition, diagnostics } = parseScenario({ file, text: source }, { vocabulary });
  const proof = definition ? verificationDiagnostics(file, verifyScenario(definition)) : [];
  const lines = source.split("\n");
  return [...diagnostics, ...proof].map(
    ({ rule, line, column }) => `${rule} ${lines[line - 1]?.slice(column - 1) ?? ""}`,
  );
}

test.each([
  ["... awful", "reply/phrase ... awful;"],
  ["/awful", "reply/phrase /awful;"],
  [`${"a-b/c ".repeat(6).trim()}`, `reply/phrase ${"a-b/c ".repeat(6).trim()};`],
  ["so awful, really", "reply/sign , really;"],
])(
  "what is wrong with the phrase %s is told where it stands, on a line of its own",
  (phrase, told) => {
    const phrases = `must be hard;\n          ${phrase};\n          sorry`;
    const source = text.replace(/phrases="must[^"]*"/, `phrases="${phrases}"`);
    expect(toldAt(source)).toEqual([told]);
  },
);
