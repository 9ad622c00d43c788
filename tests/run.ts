/**
 * `npm test`: everything, in the order in which a mistake is cheapest to find. The last line is
 * the sum over all of it; the exit status is 0 only if all of it passed.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { ensureChromium, howToInstall } from "tests/setup/chromium";

interface Tally {
  readonly passed: number;
  readonly failed: number;
}

interface Step {
  readonly name: string;
  readonly run: () => Tally;
}

function command(tool: string, args: readonly string[]): number {
  const { status } = spawnSync(`node_modules/.bin/${tool}`, args, { stdio: "inherit" });
  return status ?? 1;
}

/** A tool that only says yes or no counts as one test. */
function verdict(tool: string, args: readonly string[]): Tally {
  return command(tool, args) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

function readReport(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

/** A run that failed without a failed test (a crash, no test found) still counts as one failure. */
function tally(status: number, passed: number, failed: number): Tally {
  const silent = (status !== 0 && failed === 0) || passed + failed === 0;
  return { passed, failed: failed + (silent ? 1 : 0) };
}

function vitest(): Tally {
  const file = "test-results/vitest.json";
  const args = ["run", "--reporter=dot", "--reporter=json", `--outputFile.json=${file}`];
  const status = command("vitest", args);
  const report = readReport(file) as { numPassedTests: number; numFailedTests: number } | null;
  return tally(status, report?.numPassedTests ?? 0, report?.numFailedTests ?? 0);
}

function playwright(): Tally {
  if (ensureChromium() === null) {
    console.log(howToInstall);
    return { passed: 0, failed: 1 };
  }
  const status = command("playwright", ["test"]);
  const report = readReport("test-results/e2e.json") as {
    stats: { expected: number; unexpected: number; flaky: number };
  } | null;
  const stats = report?.stats ?? { expected: 0, unexpected: 0, flaky: 0 };
  return tally(status, stats.expected, stats.unexpected + stats.flaky);
}

const build: Step = { name: "build", run: () => verdict("tsx", ["app/cli/build.ts"]) };

const quick: readonly Step[] = [
  { name: "database client", run: () => verdict("prisma", ["generate", "--no-hints"]) },
  { name: "format", run: () => verdict("prettier", ["--check", "--log-level", "warn", "."]) },
  { name: "lint", run: () => verdict("eslint", [".", "--max-warnings", "0"]) },
  { name: "types", run: () => verdict("tsc", ["--noEmit"]) },
  { name: "types of core", run: () => verdict("tsc", ["--noEmit", "-p", "app/core"]) },
  { name: "content", run: () => verdict("tsx", ["app/cli/content.ts", "check"]) },
  // Some integration tests start the real server, so the build comes first.
  build,
  { name: "unit, integration, content and architecture", run: vitest },
];

const kills: Step = {
  name: "ten kills under load",
  run: () => verdict("tsx", ["tests/crash/run.ts", "--kills", "10"]),
};
const journeys: Step = { name: "journeys in Chromium", run: playwright };

rmSync("test-results", { recursive: true, force: true });
mkdirSync("test-results", { recursive: true });
const steps = process.argv[2] === "e2e" ? [build, journeys] : [...quick, kills, journeys];
let passed = 0;
let failed = 0;
for (const step of steps) {
  const began = performance.now();
  console.log(`\n── ${step.name}`);
  const result = step.run();
  passed += result.passed;
  failed += result.failed;
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`   ${step.name}: ${result.failed === 0 ? "passed" : "FAILED"} in ${seconds} s`);
}
console.log(`\n${String(passed)} passed, ${String(failed)} failed`);
process.exitCode = failed === 0 ? 0 : 1;
