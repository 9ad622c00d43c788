/**
 * What an edit of a scenario means for learners: nothing, wording only, flow, scoring, or the rule
 * of passing. Computed from two definitions; where things stand in the file means nothing.
 */
import type { Change, ChangeKind } from "~/core/publishing/change";
import { answerChanges } from "./comparison-answers";
import {
  isSameSet,
  passChanges,
  ruleChanges,
  saidChanges,
  variableChanges,
  words,
} from "./comparison-words";
import type { Ending, Reply, Scenario, Scene } from "./definition";
import { answerKinds } from "./lookup";
import { underNewNames } from "./renames";
import { printedWords } from "./script";
import { wholeChanges } from "./told-as-a-whole";

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

const repairsText = ({ repairs = [] }: Scene) =>
  repairs.length === 0 ? "of no scene" : `of ${repairs.map((id) => `\`${id}\``).join(", ")}`;

const timeText = ({ timed }: Scene) =>
  timed ? `${timed.seconds} seconds` : "all the time there is";

function promptChanges(before: Reply | undefined, after: Reply | undefined): readonly string[] {
  if (!before || !after || before.prompt === after.prompt) return [];
  return [`“${before.prompt}” became “${after.prompt}”.`];
}

function sceneChanges(before: Scene, after: Scene): readonly Change[] {
  const changes: Change[] = [
    ...wording(after.id, `In \`${after.id}\``, [
      ...saidChanges(before.lines, after.lines),
      ...promptChanges(before.reply, after.reply),
    ]),
  ];
  const push = (kind: ChangeKind, message: string) =>
    changes.push({ kind, place: after.id, message });
  for (const answers of answerKinds) {
    const [old, own] = [answers(before), answers(after)];
    for (const answer of own) {
      const earlier = old.find((other) => other.id === answer.id);
      if (earlier) changes.push(...answerChanges(after.id, earlier, answer));
      else push("flow", `\`${after.id}\` has a new answer, \`${answer.id}\`.`);
    }
    for (const answer of old) {
      if (!own.some((other) => other.id === answer.id))
        push("flow", `\`${after.id}\` no longer has the answer \`${answer.id}\`.`);
    }
  }
  if (!isSameOrder(before.choices, after.choices))
    push("wording", `The choices of \`${after.id}\` stand in another order.`);
  if (!isSameOrder(before.reply?.rows ?? [], after.reply?.rows ?? []))
    push("flow", `What is typed in \`${after.id}\` is held against its rows in another order.`);
  if (before.weight !== after.weight)
    push("scoring", `\`${after.id}\` counts ${after.weight}, before ${before.weight}.`);
  if (!isSameSet(before.repairs ?? [], after.repairs ?? []))
    push(
      "scoring",
      `\`${after.id}\` repairs misses ${repairsText(after)}, before ${repairsText(before)}.`,
    );
  if (timeText(before) !== timeText(after))
    push("flow", `\`${after.id}\` gives ${timeText(after)}, before ${timeText(before)}.`);
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

/** Everything that is otherwise, part by part; what only bears another name is told as that. Empty where nothing is. */
export function compareScenarios(earlier: Scenario, after: Scenario): readonly Change[] {
  const { before, changes: renames } = underNewNames(earlier, after);
  const changes: Change[] = [...renames];
  const whole = (kind: ChangeKind, message: string) => changes.push({ kind, place: null, message });
  for (const sentence of wholeChanges(before, after)) whole("wording", sentence);
  if (!isSameSet(before.behaviours, after.behaviours))
    whole(
      "scoring",
      `It is scored on ${after.behaviours.join(", ")}, before on ${before.behaviours.join(", ")}.`,
    );
  else if (words(before.behaviours) !== words(after.behaviours))
    whole("wording", "The behaviours are listed in another order.");
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
