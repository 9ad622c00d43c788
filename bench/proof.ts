/**
 * How fast the proof of a scenario is, and how it grows: `npx tsx bench/proof.ts [--json]`.
 * Aim: 200 scenes with 100,000 reachable states in under 5 s and 500 MB.
 */
import { verifyScenario } from "~/core/scenario/verification/verify";
import { wideScenario } from "tests/factories/wide-scenario";

const sizes: readonly { readonly scenes: number; readonly bounds: readonly number[] }[] = [
  { scenes: 60, bounds: [4, 4] },
  { scenes: 200, bounds: [6, 7] },
  { scenes: 200, bounds: [22, 25] },
  { scenes: 200, bounds: [82, 83] },
];

function measure({ scenes, bounds }: (typeof sizes)[number]) {
  const scenario = wideScenario(scenes, bounds);
  const started = performance.now();
  const proof = verifyScenario(scenario, { states: 2_000_000, scoreStates: 4_000_000 });
  const seconds = (performance.now() - started) / 1000;
  return {
    scenes,
    states: proof.states,
    seconds: Number(seconds.toFixed(2)),
    statesASecond: Math.round(proof.states / seconds),
    megabytes: Math.round(process.memoryUsage.rss() / 1024 / 1024),
    decided: proof.isDecided,
  };
}

const rows = sizes.map(measure);
if (process.argv.includes("--json")) console.log(JSON.stringify(rows, null, 2));
else console.table(rows);
