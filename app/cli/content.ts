/** The content command, for trainers and for continuous integration. */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { checkContent } from "./content/check";
import { shippedContent } from "./content/load-library";

const usage = `npm run -s content -- <command>

  check [DIR] [--json]    look through everything under DIR (content/ unless said otherwise)

Exit status: 0 no errors, 1 errors, 2 it could not run.`;

async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: "boolean", default: false } },
  });
  const [command, ...rest] = positionals;
  if (command === "check") {
    const report = await checkContent(resolve(rest[0] ?? shippedContent), values.json);
    console.log(report.output);
    return report.status;
  }
  console.error(usage);
  return 2;
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (problem) {
  console.error(
    `The content command could not run: ${problem instanceof Error ? problem.message : String(problem)}`,
  );
  process.exitCode = 2;
}
