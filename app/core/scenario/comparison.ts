/**
 * What an edit of a scenario means for learners: nothing, wording only, flow, scoring, or the rule
 * of passing. Computed from two definitions; where things stand in the file means nothing.
 */
import type { Change, ChangeKind } from "~/core/publishing/change";
import type { Script } from "~/core/prose/prose";
import type { Choice, Ending, Line, Scenario, Scene } from "./definition";
import { answersOf } from "./lookup";
import { isDrawnWords, plainScript, printedWords } from "./script";

/** Positions out, and every text: what is left is what decides. */
function shape(value: unknown): string {
  return JSON.stringify(value, (key, part: unknown) =>
    key === "at" || key === "text" ? undefined : part,
  );
}

/** Of what is drawn the name alone: what is printed for it is compared once, for the whole. */
const words = (value: unknown) =>
  JSON.stringify(value, (key, part: unknown) =>
    key === "at" ? undefined : isDrawnWords(part) ? part.variable : part,
  );

function textChange(
  place: string | null,
  what: string,
  before: Script,
  after: Script,
): readonly Change[] {
  if (words(before) === words(after)) return [];
  return [
    {
      kind: "wording",
      place,
      message: `${what}: “${plainScript(before)}” became “${plainScript(after)}”.`,
    },
  ];
}

function linesChange(
  place: string,
  what: string,
  before: readonly Line[],
  after: readonly Line[],
): readonly Change[] {
  const isSameWhen =
    words(before.map((line) => line.when?.condition ?? null)) ===
    words(after.map((line) => line.when?.condition ?? null));
  if (words(before) === words(after) && isSameWhen) return [];
  return [{ kind: "wording", place, message: `${what} of \`${place}\` changed.` }];
}

function answerChanges(scene: string, before: Choice, after: Choice): readonly Change[] {
  const name = `\`${scene}\`, \`${after.id}\``;
  const changes: Change[] = [...textChange(scene, name, before.text, after.text)];
  const push = (kind: ChangeKind, message: string) => changes.push({ kind, place: scene, message });
  if (before.target !== after.target)
    push("flow", `${name} leads to \`${after.target}\`, no longer to \`${before.target}\`.`);
  if (words(before.when?.condition) !== words(after.when?.condition)) {
    push(
      "flow",
      `${name} is on offer ${after.when ? `when ${after.when.text}` : "always"}, before ${before.when ? `when ${before.when.text}` : "always"}.`,
    );
  }
  if (shape(before.effects) !== shape(after.effects))
    push("flow", `${name} changes the variables otherwise.`);
  if (words(before.shows) !== words(after.shows)) {
    push(
      "scoring",
      `${name} shows ${after.shows.join(", ") || "nothing"}, before ${before.shows.join(", ") || "nothing"}.`,
    );
  }
  const said = (choice: Choice) => words([choice.consequence, choice.feedback, choice.misses]);
  if (said(before) !== said(after)) push("wording", `What follows ${name} is said otherwise.`);
  if (
    shape({
      ...before,
      when: 0,
      consequence: 0,
      feedback: 0,
      misses: 0,
      target: 0,
      effects: 0,
      shows: 0,
    }) !==
    shape({
      ...after,
      when: 0,
      consequence: 0,
      feedback: 0,
      misses: 0,
      target: 0,
      effects: 0,
      shows: 0,
    })
  ) {
    push("flow", `${name} is matched otherwise.`);
  }
  return changes;
}

function sceneChanges(before: Scene, after: Scene): readonly Change[] {
  const changes: Change[] = [
    ...linesChange(after.id, "What is said at the beginning", before.lines, after.lines),
  ];
  const push = (kind: ChangeKind, message: string) =>
    changes.push({ kind, place: after.id, message });
  const [old, own] = [answersOf(before), answersOf(after)];
  for (const answer of own) {
    const earlier = old.find((other) => other.id === answer.id);
    if (earlier) changes.push(...answerChanges(after.id, earlier, answer));
    else push("flow", `\`${after.id}\` has a new answer, \`${answer.id}\`.`);
  }
  for (const answer of old) {
    if (!own.some((other) => other.id === answer.id))
      push("flow", `\`${after.id}\` no longer has the answer \`${answer.id}\`.`);
  }
  if (before.weight !== after.weight)
    push("scoring", `\`${after.id}\` counts ${after.weight}, before ${before.weight}.`);
  if (words(before.repairs ?? []) !== words(after.repairs ?? []))
    push("scoring", `\`${after.id}\` repairs other misses.`);
  if (before.timed?.seconds !== after.timed?.seconds)
    push(
      "flow",
      `\`${after.id}\` gives ${after.timed ? `${after.timed.seconds} seconds` : "all the time there is"}.`,
    );
  if ((before.interlude ?? false) !== (after.interlude ?? false))
    push(
      "flow",
      `\`${after.id}\` ${after.interlude === true ? "became an interlude" : "is no interlude any more"}.`,
    );
  return changes;
}

function endingChanges(before: Ending, after: Ending): readonly Change[] {
  const outcome: readonly Change[] =
    before.outcome === after.outcome
      ? []
      : [
          {
            kind: "scoring",
            place: after.id,
            message: `The ending \`${after.id}\` is ${after.outcome}, before ${before.outcome}.`,
          },
        ];
  const said = ({ title, lines, felt, feltWhen, tonight, tonightWhen }: Ending) =>
    words([title, lines, felt, feltWhen ?? [], tonight, tonightWhen ?? []]);
  return said(before) === said(after)
    ? outcome
    : [
        ...outcome,
        {
          kind: "wording",
          place: after.id,
          message: `The ending \`${after.id}\` is told otherwise.`,
        },
      ];
}

/** What is printed for a drawn value, value by value. */
function printedChanges(before: Scenario, after: Scenario): readonly Change[] {
  const old = printedWords(before);
  return [...printedWords(after)].flatMap(([variable, own]) => {
    const earlier = old.get(variable);
    if (!earlier) return [];
    return Object.entries(own).flatMap(([value, said]): readonly Change[] => {
      const was = earlier[value];
      if (was === undefined || was === said) return [];
      const message = `Where \`${variable}\` is ${value}, “${said}” is printed, before “${was}”.`;
      return [{ kind: "wording", place: null, message }];
    });
  });
}

function byName<Part extends { readonly id: string }>(
  before: readonly Part[],
  after: readonly Part[],
  what: string,
  compare: (before: Part, after: Part) => readonly Change[],
): readonly Change[] {
  const gone = before.filter((part) => !after.some((other) => other.id === part.id));
  return [
    ...after.flatMap((part): readonly Change[] => {
      const earlier = before.find((other) => other.id === part.id);
      return earlier
        ? compare(earlier, part)
        : [{ kind: "flow", place: part.id, message: `The ${what} \`${part.id}\` is new.` }];
    }),
    ...gone.map((part): Change => ({
      kind: "flow",
      place: part.id,
      message: `The ${what} \`${part.id}\` is gone.`,
    })),
  ];
}

export function compareScenarios(before: Scenario, after: Scenario): readonly Change[] {
  const changes: Change[] = [];
  const whole = (kind: ChangeKind, message: string) => changes.push({ kind, place: null, message });
  const told = ({ title, summary, minutes, channel, setting, role, briefing, cast }: Scenario) =>
    words([title, summary, minutes, channel, setting, role, briefing, cast]);
  if (told(before) !== told(after))
    whole("wording", "What is said about the scenario as a whole changed.");
  if (words(before.behaviours) !== words(after.behaviours))
    whole(
      "scoring",
      `It is scored on ${after.behaviours.join(", ")}, before on ${before.behaviours.join(", ")}.`,
    );
  if (words(before.pass) !== words(after.pass)) whole("rule", "The pass rule changed.");
  if (words(before.variables) !== words(after.variables)) whole("flow", "The variables changed.");
  const rules = ({ rules: own }: Scenario) =>
    words(own.map((rule) => [rule.when.condition, rule.target]));
  if (rules(before) !== rules(after)) whole("flow", "The standing rules changed.");
  if (before.start !== after.start)
    whole("flow", `It starts in \`${after.start}\`, before in \`${before.start}\`.`);
  return [
    ...changes,
    ...printedChanges(before, after),
    ...byName(before.scenes, after.scenes, "scene", sceneChanges),
    ...byName(before.endings, after.endings, "ending", endingChanges),
  ];
}
