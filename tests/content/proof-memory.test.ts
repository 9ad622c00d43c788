import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const measure = `
  const { wideScenario } = await import("./tests/factories/wide-scenario.ts");
  const { verifyScenario } = await import("./app/core/scenario/verification/verify.ts");
  const { states, isDecided } = verifyScenario(wideScenario(200, [22, 25]));
  const megabytes = process.resourceUsage().maxRSS / 1024;
  console.log(JSON.stringify({ states, isDecided, megabytes }));
`;

test("200 scenes with 100,000 reachable states are proved within 500 MB, the whole process counted", () => {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", "--input-type=module", "--eval", measure],
    { cwd: root, encoding: "utf8" },
  );
  expect(stdout, stderr).not.toBe("");
  const told = JSON.parse(stdout) as { states: number; isDecided: boolean; megabytes: number };
  expect(told.states).toBeGreaterThan(100_000);
  expect(told.isDecided).toBe(true);
  expect(told.megabytes).toBeGreaterThan(20);
  expect(told.megabytes).toBeLessThan(500);
}, 60_000);
