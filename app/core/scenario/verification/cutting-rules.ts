/**
 * Standing rules that end every way and keep nearly all of the scenario from being met: of what follows from
 * them nothing is told beside them.
 */
import type { Scenario } from "../definition";
import type { Finding } from "./finding";
import { programOf, type Program } from "./program";
import { walkProgram, type Walk } from "./walk";

type Rule = Program["rules"][number];

/** Whether some answer leads to an ending itself. */
function endsByAnAnswer({ program, places, targets, answers }: Walk): boolean {
  const isEnding = (place: number) => place >= program.scenes.length;
  return targets.some(
    (target, edge) =>
      isEnding(places[target] ?? 0) && isEnding(program.answers[answers[edge] ?? -1]?.target ?? -1),
  );
}

/** The ids of the scenes that are met without the rule, and not with it. */
function keptFrom(walk: Walk, rule: Rule, most: number): readonly string[] {
  const other = walkProgram(programOf(without(walk.program.scenario, [rule])), most);
  if (!other.isComplete) return [];
  const [met, metWithout] = [new Set(walk.places), new Set(other.places)];
  return walk.program.scenes.flatMap(({ scene }, place) =>
    metWithout.has(place) && !met.has(place) ? [scene.id] : [],
  );
}

function without(scenario: Scenario, rules: readonly Rule[]): Scenario {
  const guards = new Set(rules.map(({ probe }) => probe.guard));
  return { ...scenario, rules: scenario.rules.filter(({ when }) => !guards.has(when)) };
}

function inWords(scenes: readonly string[]): string {
  const [first = "", ...rest] = scenes.map((scene) => `\`${scene}\``);
  if (rest.length === 0) return first;
  return `${first} and ${rest.length} more ${rest.length === 1 ? "scene" : "scenes"}`;
}

function told(walk: Walk, rule: Rule, kept: readonly string[]): Finding {
  const isAtOnce = walk.initial.every(
    (state) => (walk.places[state] ?? 0) >= walk.program.scenes.length,
  );
  return {
    rule: "rule/ends-all",
    at: rule.probe.guard.at,
    message: isAtOnce
      ? `This standing rule ends the role-play before its first moment: where it begins, \`${rule.probe.guard.text}\` holds.`
      : `Whatever is chosen, it ends by a standing rule; because of this one nobody gets to ${inWords(kept)}.`,
    fix: "Mend its condition, or what its variables start with and are set to.",
    witness: null,
  };
}

/**
 * The findings with one more for each such rule. What is not found as well where the rule is taken out follows
 * from it; what is, is wrong by itself. `findWithout` proves the scenario that is left.
 */
export function withCuttingRules(
  walk: Walk,
  findings: readonly Finding[],
  most: number,
  findWithout: (scenario: Scenario) => readonly Finding[],
): readonly Finding[] {
  if (endsByAnAnswer(walk)) return findings;
  const cutting = walk.program.rules
    .filter(({ probe }) => probe.sawTrue)
    .map((rule) => ({ rule, kept: keptFrom(walk, rule, most) }))
    .filter(({ kept }) => kept.length > 0);
  if (cutting.length === 0) return findings;
  const { scenario } = walk.program;
  const key = ({ rule, at, message }: Finding) => `${rule} ${at.line}:${at.column} ${message}`;
  const rules = cutting.map(({ rule }) => rule);
  const left = new Set(findWithout(without(scenario, rules)).map(key));
  return [
    ...cutting.map(({ rule, kept }) => told(walk, rule, kept)),
    ...findings.map((finding) =>
      left.has(key(finding)) ? finding : { ...finding, follows: true as const },
    ),
  ];
}
