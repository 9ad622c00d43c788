/** `content paths SLUG [--json]`: the figures of the walk. */
import type { Scenario } from "~/core/scenario/definition";
import {
  verifyScenario,
  type EndingFigures,
  type Verification,
} from "~/core/scenario/verification/verify";

interface EndingReport {
  readonly ending: string;
  readonly outcome: "passed" | "failed";
  readonly reachable: boolean;
  /** Fewest choices that lead there. */
  readonly shortest: number | null;
  readonly way: readonly string[] | null;
  /** Least and greatest share of behaviours shown in those offered. */
  readonly score: { readonly least: number; readonly greatest: number } | null;
}

const share = ({ shown, offered }: { shown: number; offered: number }) =>
  Math.round((shown / offered) * 1000) / 1000;

function reportOf({ score, ...figures }: EndingFigures): EndingReport {
  return {
    ...figures,
    score: score && { least: share(score.least), greatest: share(score.greatest) },
  };
}

function describe(slug: string, proof: Verification, endings: readonly EndingReport[]): string {
  const answer = (value: boolean | null) => (value === null ? "not decided" : value ? "yes" : "no");
  if (!proof.isWalked) {
    const why = proof.findings.find(({ rule }) => rule === "proof/not-decided");
    return `${slug}: ${why?.message ?? "Not decided."} ${why?.fix ?? ""}`.trimEnd();
  }
  return [
    `${slug}: ${proof.states} reachable states${proof.isDecided ? "" : ", not all of it decided"}`,
    `  it can be passed: ${answer(proof.canPass)}; it can be missed: ${answer(proof.canMiss)}`,
    ...endings.flatMap(({ ending, outcome, reachable, shortest, way, score }) => [
      "",
      `  ${ending} (${outcome}): ${reachable ? `${shortest ?? 0} choices at least` : "out of reach"}${score ? `, score ${score.least} to ${score.greatest}` : ""}`,
      ...(way ?? []).map((step, index) => `    ${index + 1}. ${step}`),
    ]),
  ].join("\n");
}

export function scenarioPaths(scenario: Scenario, asJson: boolean): string {
  const { slug } = scenario;
  const proof = verifyScenario(scenario);
  const endings = proof.endings.map(reportOf);
  if (!asJson) return describe(slug, proof, endings);
  const { states, isDecided, canPass, canMiss } = proof;
  return JSON.stringify({ scenario: slug, states, isDecided, canPass, canMiss, endings }, null, 2);
}
