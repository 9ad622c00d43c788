/** The content command, for trainers and for continuous integration. */
import { writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { drawScenario } from "~/core/scenario/drawing";
import { checkContent } from "./content/check";
import { diffScenarios } from "./content/diff";
import { loadLibrary, shippedContent } from "./content/load-library";
import { scenarioPaths } from "./content/paths";
import { playScenario, recordTranscript, transcriptOf } from "./content/play";

const usage = `npm run -s content -- <command>

  check [DIR] [--json]               look through everything under DIR (content/ unless said otherwise)
  paths SLUG [--json]                what can happen in a scenario: states, endings, scores
  play SLUG [--record NAME]          play it here; keep the run as a transcript in its tests.yml
  graph SLUG --out FILE.svg          draw it
  diff A B [--out FILE.svg]          what changed between two index.mdx files, for learners

paths, play, graph and diff take --dir DIR. Exit status: 0 no errors, 1 errors, 2 it could not run.`;

const options = {
  json: { type: "boolean", default: false },
  dir: { type: "string" },
  out: { type: "string" },
  record: { type: "string" },
} as const;

/** Says what is missing, and that nothing was done. */
function refuse(sentence: string): number {
  console.error(sentence);
  return 2;
}

async function scenarioNamed(folder: string, slug: string) {
  const { library } = await loadLibrary(folder);
  const found = library.scenarios.find(({ definition }) => definition.slug === slug);
  if (found) return found;
  throw new Error(`there is no scenario ${slug} without errors; look with: check.`);
}

async function play(folder: string, slug: string, name: string | undefined): Promise<number> {
  const { file, definition } = await scenarioNamed(folder, slug);
  const state = await playScenario(definition, process.stdin, process.stdout);
  if (!state) return refuse("The input ended before the scenario did.");
  if (name !== undefined) {
    const tests = join(dirname(join(folder, file)), "tests.yml");
    await recordTranscript(tests, transcriptOf(definition, state, name));
  }
  return 0;
}

async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
  const [command, subject, other] = positionals;
  const folder = resolve(values.dir ?? shippedContent);
  if (command === "check") {
    const where = subject === undefined ? folder : resolve(subject);
    const report = await checkContent(where, values.json);
    console.log(report.output);
    return report.status;
  }
  if (subject === undefined) return refuse(usage);
  switch (command) {
    case "paths": {
      const { definition } = await scenarioNamed(folder, subject);
      console.log(scenarioPaths(definition, values.json));
      return 0;
    }
    case "play":
      return play(folder, subject, values.record);
    case "graph": {
      if (values.out === undefined) return refuse("graph needs --out FILE.svg");
      const { definition } = await scenarioNamed(folder, subject);
      await writeFile(values.out, drawScenario(definition));
      return 0;
    }
    case "diff": {
      if (other === undefined) return refuse("diff needs two files");
      const { library } = await loadLibrary(folder);
      console.log(await diffScenarios([subject, other], library.vocabulary, values.out ?? null));
      return 0;
    }
    default:
      return refuse(usage);
  }
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (problem) {
  console.error(
    `The content command could not run: ${problem instanceof Error ? problem.message : String(problem)}`,
  );
  process.exitCode = 2;
}
