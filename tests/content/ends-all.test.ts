/** A standing rule that ends every way is told alone, and hides nothing that is wrong without it. */
import { expect, test } from "vitest";
import { verifyScenario } from "~/core/scenario/verification/verify";
import { parseScenario } from "~/language/scenario/parse-scenario";
import { verificationDiagnostics } from "~/language/verification";
import { sampleText, sampleVocabulary as vocabulary } from "tests/factories/sample-scenario";

const file = "scenarios/ring/index.mdx";
const RULE = '<Rule when="patience = 0" to="gone" />';

function proved(...edits: readonly (readonly [from: string | RegExp, to: string])[]) {
  const text = edits.reduce((whole, [from, to]) => {
    expect(whole).toMatch(from);
    return whole.replace(from, () => to);
  }, sampleText);
  const { definition, diagnostics } = parseScenario({ file, text }, { vocabulary });
  expect(diagnostics).toEqual([]);
  if (!definition) throw new Error("It has no errors.");
  const proof = verifyScenario(definition);
  const told = verificationDiagnostics(file, proof).map(
    ({ rule, message }) => `${rule} ${message}`,
  );
  return { told, findings: proof.findings };
}

const atOnce =
  "rule/ends-all This standing rule ends the role-play before its first moment: where it begins, `patience > 0` holds.";

test("a rule that holds where it begins is one sentence, and all that follows from it none", () => {
  const { told, findings } = proved([RULE, '<Rule when="patience > 0" to="gone" />']);
  expect(told).toEqual([atOnce]);
  expect(findings.length).toBeGreaterThan(10);
});

test("what is wrong without the rule is told beside it", () => {
  const spare =
    '<Ending id="never" outcome="failed" title="N"><Felt>F</Felt><Tonight>T</Tonight></Ending>';
  const { told } = proved(
    [RULE, '<Rule when="patience > 0" to="gone" />\n<Variable name="spare" start="false" />'],
    [/$/, `\n${spare}\n`],
  );
  expect(told.map((one) => one.split(" ")[0])).toEqual([
    "rule/ends-all",
    "unreachable/ending",
    "variable/never-read",
  ]);
  expect(told[1]).toContain("`never`");
});

test("a rule that ends it after the first moment, whatever is chosen there, is told with what it keeps away", () => {
  const { told } = proved(
    [RULE, '<Rule when="patience != 2" to="gone" />'],
    ['set="patience += 1"', 'set="patience += 1; looked = true"'],
    [/ {2}<Choice id="ring-plumber"[\s\S]*?<\/Choice>\n/, ""],
    [/<Scene id="look-up" interlude>[\s\S]*?<\/Scene>\n/, ""],
  );
  expect(told).toEqual([
    "rule/ends-all Whatever is chosen, it ends by a standing rule; because of this one nobody gets to `stairs` and 3 more scenes.",
  ]);
});
