/** Proofs kept by the hash of what they prove, so that an unchanged scenario is not walked again. */
import { createHash } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { SCENARIO_LANGUAGE_VERSION, type Scenario } from "~/core/scenario/definition";
import { verifyScenario, type Verification } from "~/core/scenario/verification/verify";

/** Raised when the verifier says something new, so that what it said before is not believed. */
const VERIFIER_VERSION = 1;

const cacheFolder = fileURLToPath(new URL("../../../.cache/proofs", import.meta.url));

function hashOf(scenario: Scenario): string {
  const named = { verifier: VERIFIER_VERSION, language: SCENARIO_LANGUAGE_VERSION, scenario };
  return createHash("sha256").update(JSON.stringify(named)).digest("hex");
}

async function cached(path: string): Promise<Verification | null> {
  try {
    return JSON.parse(await readFile(path, "utf8")) as Verification;
  } catch {
    return null;
  }
}

/** Written beside and moved into place: a stopped process leaves no half proof. A folder that cannot be written to costs only time. */
async function keep(path: string, proof: Verification): Promise<void> {
  try {
    await mkdir(cacheFolder, { recursive: true });
    const beside = `${path}.${process.pid}`;
    await writeFile(beside, JSON.stringify(proof));
    await rename(beside, path);
  } catch {
    return;
  }
}

export async function verifyCached(scenario: Scenario): Promise<Verification> {
  const path = join(cacheFolder, `${hashOf(scenario)}.json`);
  const known = await cached(path);
  if (known) return known;
  const proof = verifyScenario(scenario);
  await keep(path, proof);
  return proof;
}
