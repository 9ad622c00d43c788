/** Findings on use: variables, behaviours, time to read, and choices that give themselves away. */
import { plainText, type Prose } from "~/core/prose/prose";
import type { Choice, Line, Scenario, Scene, Telling } from "../definition";
import { tellingsOf } from "../ending-words";
import { answersOf } from "../lookup";
import type { Finding } from "./finding";
import { variablesRead } from "./reach-findings";
import { sizeOf } from "./graph";
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

export function idleVariables(scenario: Scenario): readonly Finding[] {
  const read = new Set(guardsOf(scenario).flatMap((guard) => [...variablesRead(guard)]));
  const written = new Set(
    scenario.scenes
      .flatMap(answersOf)
      .flatMap(({ effects }) => effects.map((effect) => effect.variable)),
  );
  return scenario.variables.flatMap((variable): readonly Finding[] => {
    const { name, at } = variable;
    if (!read.has(name)) {
      return [
        quiet({
          rule: "variable/never-read",
          at,
          message: `No condition reads \`${name}\`, so it changes nothing.`,
          fix: "Use it in a `when`, or take it out.",
        }),
      ];
    }
    if (written.has(name) || variable.drawn === true) return [];
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

export function neverOffered(walk: Walk): readonly Finding[] {
  const { scenario } = walk.program;
  const offered = walk.offered.reduce((bits, own) => bits | own, 0);
  return scenario.behaviours.flatMap((tag, bit) =>
    (offered & (1 << bit)) === 0
      ? [
          quiet({
            rule: "behaviour/never-offered",
            at: scenario.pass.at,
            message: `The scenario declares ${tag}, and no choice that can be taken shows it.`,
            fix: `Add shows="${tag}" to a choice, or take it out of \`behaviours\`.`,
          }),
        ]
      : [],
  );
}

const WORDS_A_MINUTE = 220;
const SECONDS_A_CHOICE = 3;

function words(prose: Prose): number {
  return plainText(prose).split(" ").filter(Boolean).length;
}

const shortest = (text: Prose, others: readonly Telling[] = []) =>
  Math.min(words(text), ...others.map((telling) => words(telling.text)));

const wordsOfLines = (lines: readonly Line[]) =>
  lines.reduce((sum, line) => (line.when === null ? sum + words(line.text) : sum), 0);

function secondsOfScene(scene: Scene): number {
  const read =
    wordsOfLines(scene.lines) + scene.choices.reduce((sum, choice) => sum + words(choice.text), 0);
  return (read / WORDS_A_MINUTE) * 60 + SECONDS_A_CHOICE;
}

/** Seconds that the quickest way takes: a lower bound, since conditional lines are left out. */
export function quickestSeconds(walk: Walk): number | null {
  const { program } = walk;
  const ofScene = program.scenes.map(({ scene }) => secondsOfScene(scene));
  const ofEnding = program.scenario.endings.map(
    (ending) =>
      ((wordsOfLines(ending.lines) +
        shortest(ending.felt, ending.feltWhen) +
        shortest(ending.tonight, ending.tonightWhen)) /
        WORDS_A_MINUTE) *
      60,
  );
  const ofAnswer = program.answers.map(
    ({ choice }) => (wordsOfLines(choice.consequence) / WORDS_A_MINUTE) * 60,
  );
  const best = new Float64Array(sizeOf(walk)).fill(Infinity);
  const waiting = [...walk.initial];
  for (const state of waiting) best[state] = 0;
  let quickest = Infinity;
  for (let at = 0; at < waiting.length; at += 1) {
    const state = waiting[at] ?? 0;
    const place = walk.places[state] ?? 0;
    const sofar = best[state] ?? 0;
    const ending = ofEnding[place - program.scenes.length];
    if (ending !== undefined) quickest = Math.min(quickest, sofar + ending);
    const here = sofar + (ofScene[place] ?? 0);
    const end = walk.rows[state + 1] ?? 0;
    for (let edge = walk.rows[state] ?? 0; edge < end; edge += 1) {
      const target = walk.targets[edge] ?? 0;
      const through = here + (ofAnswer[walk.answers[edge] ?? -1] ?? 0);
      if (through >= (best[target] ?? 0) || through >= quickest) continue;
      best[target] = through;
      waiting.push(target);
    }
  }
  const briefing = (words(program.scenario.briefing) / WORDS_A_MINUTE) * 60;
  return quickest === Infinity ? null : quickest + briefing;
}

export function tooMuchToRead(walk: Walk): readonly Finding[] {
  const { minutes, pass } = walk.program.scenario;
  const seconds = quickestSeconds(walk);
  if (seconds === null || seconds <= minutes * 60) return [];
  return [
    quiet({
      rule: "minutes/too-short",
      at: { line: 1, column: pass.at.column },
      message: `Even the quickest way takes about ${Math.ceil(seconds / 60)} minutes to read; \`minutes\` says ${minutes}.`,
      fix: `Write minutes: ${Math.ceil(seconds / 60)}, or shorten it.`,
    }),
  ];
}

/** The one choice that shows most; null where several do or none does. */
function bestOf(scene: Scene): Choice | null {
  const ranked = [...scene.choices].sort((left, right) => right.shows.length - left.shows.length);
  const [first, second] = ranked;
  if (!first || !second || first.shows.length === 0) return null;
  return first.shows.length > second.shows.length ? first : null;
}

const MOST_GIVEN_AWAY = 0.4;
const FEWEST_MOMENTS = 3;

export function givenAway(scenario: Scenario): readonly Finding[] {
  const moments = scenario.scenes.flatMap((scene) => {
    const best = bestOf(scene);
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
