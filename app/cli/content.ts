/** The content command, for trainers and for continuous integration. */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { checkContent } from "./content/check";
import { shippedContent } from "./content/load-library";
import { scenarioPaths } from "./content/paths";

const usage = `npm run -s content -- <command>

  check [DIR] [--json]          look through everything under DIR (content/ unless said otherwise)
  paths SLUG [--dir DIR] [--json]
                                what can happen in a scenario: states, endings, scores

Exit status: 0 no errors, 1 errors, 2 it could not run.`;

/** Says what is missing, and that nothing was done. */
function refuse(sentence: string): number {
  console.error(sentence);
  return 2;
}

async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: "boolean", default: false }, dir: { type: "string" } },
  });
  const [command, subject] = positionals;
  const folder = resolve(values.dir ?? shippedContent);
  if (command === "check") {
    const where = subject === undefined ? folder : resolve(subject);
    const report = await checkContent(where, values.json);
    console.log(report.output);
    return report.status;
  }
  if (subject === undefined) return refuse(usage);
  if (command === "paths") {
    const paths = await scenarioPaths(folder, subject, values.json);
    if (paths === null)
      return refuse(`There is no scenario ${subject} without errors; try: check.`);
    console.log(paths);
    return 0;
  }
  return refuse(usage);
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (problem) {
  console.error(
    `The content command could not run: ${problem instanceof Error ? problem.message : String(problem)}`,
  );
  process.exitCode = 2;
}
