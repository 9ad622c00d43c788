/**
 * What an edit of a scenario means for learners: nothing, wording only, flow, scoring, or the rule
 * of passing. Computed from two definitions; where things stand in the file means nothing.
 */
import type { Change, ChangeKind } from "~/core/publishing/change";
import {
  becameText,
  passChanges,
  ruleChanges,
  saidChanges,
  variableChanges,
  words,
} from "./comparison-words";
import type { Choice, Ending, Scenario, Scene } from "./definition";
import { answersOf } from "./lookup";
import { underNewNames } from "./renames";
import { printedWords } from "./script";
import { wholeChanges } from "./told-as-a-whole";

/** Positions out, and every text: what is left is what decides. */
function shape(value: unknown): string {
  return JSON.stringify(value, (key, part: unknown) =>
    key === "at" || key === "phrasesAt" || key === "text" ? undefined : part,
  );
}

function wording(place: string, what: string, sentences: readonly string[]): readonly Change[] {
  return sentences.map((sentence) => ({
    kind: "wording",
    place,
    message: `${what}: ${sentence}`,
  }));
}

/** Whether those that are in both stand in the same order. */
function isSameOrder(
  before: readonly { readonly id: string }[],
  after: readonly { readonly id: string }[],
): boolean {
  const [old, own] = [before.map(({ id }) => id), after.map(({ id }) => id)];
  const shared = (ids: readonly string[], others: readonly string[]) =>
    ids.filter((id) => others.includes(id)).join();
  return shared(old, own) === shared(own, old);
}

function answerChanges(scene: string, before: Choice, after: Choice): readonly Change[] {
  const name = `\`${scene}\`, \`${after.id}\``;
  const isReworded = words(before.text) !== words(after.text);
  const changes: Change[] = [
    ...wording(scene, name, isReworded ? [`${becameText(before.text, after.text)}.`] : []),
    ...wording(scene, `What follows ${name}`, [
      ...saidChanges(before.consequence, after.consequence),
      ...saidChanges(before.feedback, after.feedback),
    ]),
  ];
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
  if (words(before.misses) !== words(after.misses)) {
    push(
      "wording",
      `${name} misses ${after.misses.join(", ") || "nothing"}, before ${before.misses.join(", ") || "nothing"}.`,
    );
  }
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
    ...wording(after.id, `In \`${after.id}\``, saidChanges(before.lines, after.lines)),
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
  if (!isSameOrder(before.choices, after.choices))
    push("wording", `The choices of \`${after.id}\` stand in another order.`);
  if (!isSameOrder(before.reply?.rows ?? [], after.reply?.rows ?? []))
    push("flow", `What is typed in \`${after.id}\` is held against its rows in another order.`);
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
  const told = ({ lines, felt, feltWhen = [], tonight, tonightWhen = [] }: Ending) => [
    ...lines,
    ...feltWhen,
    { text: felt, when: null },
    ...tonightWhen,
    { text: tonight, when: null },
  ];
  const titles = before.title === after.title ? [] : [`“${before.title}” became “${after.title}”.`];
  return [
    ...outcome,
    ...wording(after.id, `The ending \`${after.id}\``, [
      ...titles,
      ...saidChanges(told(before), told(after)),
    ]),
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

export function compareScenarios(earlier: Scenario, after: Scenario): readonly Change[] {
  const { before, changes: renames } = underNewNames(earlier, after);
  const changes: Change[] = [...renames];
  const whole = (kind: ChangeKind, message: string) => changes.push({ kind, place: null, message });
  for (const sentence of wholeChanges(before, after)) whole("wording", sentence);
  if (words(before.behaviours) !== words(after.behaviours))
    whole(
      "scoring",
      `It is scored on ${after.behaviours.join(", ")}, before on ${before.behaviours.join(", ")}.`,
    );
  for (const sentence of passChanges(before.pass, after.pass)) whole("rule", sentence);
  for (const sentence of [...variableChanges(before, after), ...ruleChanges(before, after)])
    whole("flow", sentence);
  if (before.start !== after.start)
    whole("flow", `It starts in \`${after.start}\`, before in \`${before.start}\`.`);
  return [
    ...changes,
    ...printedChanges(before, after),
    ...byName(before.scenes, after.scenes, "scene", sceneChanges),
    ...byName(before.endings, after.endings, "ending", endingChanges),
  ];
}
