/** Findings on use: variables, behaviours, time to read, and choices that give themselves away. */
import { plainText } from "~/core/prose/prose";
import { bestChoiceOf, MOST_GIVEN_AWAY } from "../best-choice";
import type { Choice, Scenario } from "../definition";
import { tellingsOf } from "../ending-words";
import { answersOf } from "../lookup";
import { printedVariables } from "../script";
import { leavesOf } from "./expression-parts";
import type { Finding } from "./finding";
import type { Walk } from "./walk";

const quiet = (finding: Omit<Finding, "witness">): Finding => ({ ...finding, witness: null });

function guardsOf(scenario: Scenario) {
  const answers = scenario.scenes.flatMap(answersOf);
  const guarded = [
    ...answers,
    ...answers.flatMap((answer) => [...answer.consequence, ...answer.feedback]),
    ...[...scenario.scenes, ...scenario.endings].flatMap((place) => place.lines),
    ...scenario.endings.flatMap((ending) => tellingsOf(ending).flat()),
    ...scenario.rules,
  ];
  return guarded.flatMap(({ when }) => (when ? [when] : []));
}

/** Variables that no answer changes and that are not drawn. */
export function stillVariables(scenario: Scenario): ReadonlySet<string> {
  const effects = scenario.scenes.flatMap(answersOf).flatMap((answer) => answer.effects);
  const written = new Set(effects.map((effect) => effect.variable));
  const still = scenario.variables.filter(
    ({ name, drawn }) => !written.has(name) && drawn !== true,
  );
  return new Set(still.map(({ name }) => name));
}

/** Variables that nothing reads, and those that are read and that nothing changes. */
/** Variables that some condition reads. */
export function comparedVariables(scenario: Scenario): ReadonlySet<string> {
  const leaves = guardsOf(scenario).flatMap(({ condition }) => leavesOf(condition));
  return new Set(leaves.map(({ variable }) => variable));
}

/** Variables that nothing reads, and those that nothing changes. */
export function idleVariables(scenario: Scenario): readonly Finding[] {
  const read = new Set([...comparedVariables(scenario), ...printedVariables(scenario)]);
  const still = stillVariables(scenario);
  return scenario.variables.flatMap((variable): readonly Finding[] => {
    const { name, at } = variable;
    if (!read.has(name)) {
      return [
        quiet({
          rule: "variable/never-read",
          at,
          message: `No condition reads \`${name}\` and nothing prints it, so it changes nothing.`,
          fix: "Use it in a `when`, or take it out.",
        }),
      ];
    }
    if (!still.has(name)) return [];
    return [
      quiet({
        rule: "variable/never-written",
        at,
        message: `Nothing ever changes \`${name}\`: it stays as it starts.`,
        fix: "Change it with `set` on a choice, draw it, or take it out.",
      }),
    ];
  });
}

/** Behaviours that are declared and that no answer on offer in any state shows. */
export function neverOffered(walk: Walk): readonly Finding[] {
  const { scenario } = walk.program;
  const offered = walk.offered.reduce((bits, own) => bits | own, 0);
  return scenario.behaviours.flatMap((tag, bit) =>
    (offered & (1 << bit)) === 0
      ? [
          quiet({
            rule: "behaviour/never-offered",
            at: scenario.places?.behaviours ?? scenario.pass.at,
            message: `The scenario declares ${tag}, and no choice that can be taken shows it.`,
            fix: `Add shows="${tag}" to a choice, or take it out of \`behaviours\`.`,
          }),
        ]
      : [],
  );
}

/** One or two moments make no pattern. */
const FEWEST_MOMENTS = 3;

/** Whether the best choice is the longest, or the first, in too many of the moments that have one. */
export function givenAway(scenario: Scenario): readonly Finding[] {
  const moments = scenario.scenes.flatMap((scene) => {
    const best = bestChoiceOf(scene);
    return best ? [{ scene, best }] : [];
  });
  if (moments.length < FEWEST_MOMENTS) return [];
  const length = (choice: Choice) => plainText(choice.text).length;
  const longest = moments.filter(({ scene, best }) =>
    scene.choices.every((choice) => choice === best || length(choice) < length(best)),
  );
  const first = moments.filter(({ scene, best }) => scene.choices[0] === best);
  const isTooMany = (count: number) => count / moments.length > MOST_GIVEN_AWAY;
  const at = (given: typeof moments) => given[0]?.best.at ?? scenario.pass.at;
  const lines = (given: typeof moments) => given.map(({ best }) => best.at.line).join(", ");
  return [
    ...(isTooMany(longest.length)
      ? [
          quiet({
            rule: "choice/best-longest",
            at: at(longest),
            message: `In ${longest.length} of ${moments.length} moments the best choice is the longest (lines ${lines(longest)}), so length gives it away.`,
            fix: "Shorten some of them, or let others say more.",
          }),
        ]
      : []),
    ...(isTooMany(first.length)
      ? [
          quiet({
            rule: "choice/best-first",
            at: at(first),
            message: `In ${first.length} of ${moments.length} moments the best choice stands first (lines ${lines(first)}).`,
            fix: "Put the choices of some scenes into another order.",
          }),
        ]
      : []),
  ];
}
