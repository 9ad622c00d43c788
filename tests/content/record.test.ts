/** `content play --record`: what is kept passes the check that follows, whatever stood there before. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Writable } from "node:stream";
import { afterAll, expect, test } from "vitest";
import { playScenario } from "~/cli/content/play";
import {
  keepRecording,
  prepareRecording,
  transcriptOf,
  withTranscript,
} from "~/cli/content/record";
import { runTests } from "~/cli/content/run-tests";
import type { Scenario } from "~/core/scenario/definition";
import { verifyScenario } from "~/core/scenario/verification/verify";
import { parseScenario } from "~/language/scenario/parse-scenario";
import { sampleText, sampleVocabulary as vocabulary } from "tests/factories/sample-scenario";
import { fc } from "tests/setup/properties";

const folder = mkdtempSync(join(tmpdir(), "rapport-record-"));
const file = join(folder, "tests.yml");
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function parsed(): Scenario {
  const source = { file: "scenarios/ring/index.mdx", text: sampleText };
  const { definition } = parseScenario(source, { vocabulary });
  if (!definition) throw new Error("The sample has no errors.");
  return definition;
}
const scenario = parsed();
const proved = { definition: scenario, proof: verifyScenario(scenario) };

const problems = (text: string) => runTests({ file: "scenarios/ring/tests.yml", text }, proved);

const nowhere = new Writable({
  write(_chunk, _encoding, done) {
    done();
  },
});

async function play(...typed: readonly string[]) {
  const lines = typed.map((line) => `${line}\n`);
  const played = await playScenario(scenario, Readable.from(lines), nowhere);
  if (!played) throw new Error("It was played to its end.");
  return played;
}

test("a run with a detour, typed words and silence is kept with its moods, and passes", async () => {
  const played = await play("3", "1", "1", "hold on", "1", "I am sorry", "");
  const text = withTranscript("", transcriptOf(scenario, played.state, "All of it", played.draws));
  expect(problems(text)).toEqual([]);
  expect(text).toContain("{ in: words, type: I am sorry, mood: relieved }");
  expect(text).toContain("{ in: minute, wait: true, mood: angry }");
});

test("whatever is typed, and whatever the run is called, what is kept passes", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: "binary", minLength: 1, maxLength: 700 }),
      fc.string({ unit: "binary", minLength: 1, maxLength: 80 }),
      async (words, name) => {
        fc.pre(words.trim() !== "" && !/[\n\r\u2028\u2029]/.test(words));
        fc.pre(name.trim() !== "");
        const played = await play("1", words, "1", "1");
        const { state, draws } = played;
        expect(problems(withTranscript("", transcriptOf(scenario, state, name, draws)))).toEqual(
          [],
        );
      },
    ),
    { numRuns: 60 },
  );
});

test.each([
  ["no file", ""],
  ["a note alone", "# mine\n"],
  ["an empty list", "transcripts: []\n"],
  ["a list that lost its transcripts", "transcripts:\nbounds: { states: 500 }\n"],
  ["bounds alone, without a last line end", "bounds: { states: 500 }"],
  ["an end of the document", "bounds: { states: 500 }\n...\n"],
  ["a list in brackets", "transcripts: [{ name: Old, steps: [{ choose: ask }] }]\n"],
  ["everything in brackets", "{ transcripts: [] }\n"],
  ["a byte order mark", "\uFEFFtranscripts:\n  - name: Old\n    steps: [{ choose: ask }]\n"],
  [
    "lines of Windows",
    "transcripts:\r\n- name: Old\r\n  steps: [{ choose: ask }]\r\nbounds: { states: 500 }\r\n",
  ],
  [
    "notes between and behind",
    '"transcripts": # all\n    - name: Old\n      steps: [{ choose: ask }] # one\n    # more\n# end\nbounds: { states: 500 }\n',
  ],
])("a run is kept beside %s, which stays", async (_, existing) => {
  writeFileSync(file, existing);
  const played = await play("1", "sorry", "1");
  await keepRecording(await prepareRecording(folder, " New\n run "), scenario, played);
  const text = readFileSync(file, "utf8");
  expect(problems(text)).toEqual([]);
  expect(text).toContain("name: New run");
  expect(text.includes("Old")).toBe(existing.includes("Old"));
  for (const note of existing.match(/# \w+/g) ?? []) expect(text).toContain(note);
  expect(/(?<!\r)\n/.test(text)).toBe(!existing.includes("\r\n"));
  await expect(prepareRecording(folder, "New run")).rejects.toThrow("Choose another name");
});

test("what stands in the way is said before anybody plays, and a run is told where it cannot be kept", async () => {
  writeFileSync(file, "transcripts: [\n");
  await expect(prepareRecording(folder, "New")).rejects.toThrow("has errors");
  await expect(prepareRecording(folder, "  ")).rejects.toThrow("a name of at most 100 letters");
  rmSync(file);
  const recording = await prepareRecording(folder, "New");
  const played = await play("1", "sorry", "1");
  mkdirSync(file);
  await expect(keepRecording(recording, scenario, played)).rejects.toThrow(
    /is a folder[\s\S]*yourself:\n\n {2}- name: New[\s\S]*choose: own/,
  );
  rmSync(file, { recursive: true });
});
