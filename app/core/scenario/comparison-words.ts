/** What changed in what is said, in the variables, the rules and the pass: each in a sentence. */
import type { Script } from "~/core/prose/prose";
import { became, excerpt } from "~/core/publishing/told-changes";
import { unreachable } from "~/core/result";
import type { Condition, Guard, Mood, PassRule, Scenario, Variable } from "./definition";
import { isDrawnWords, plainScript } from "./script";

/** Of what is drawn the name alone: what is printed for it is compared once, for the whole. */
export const words = (value: unknown) =>
  JSON.stringify(value, (key, part: unknown) =>
    key === "at" ? undefined : isDrawnWords(part) ? part.variable : part,
  );

/** Without what makes no difference: the order of parts, and brackets within the same joining. */
function meaningOf(condition: Condition): string {
  switch (condition.kind) {
    case "and":
    case "or": {
      const { kind } = condition;
      const parts = (joined: Condition): readonly Condition[] =>
        joined.kind !== kind
          ? [joined]
          : (joined.kind === "and" ? joined.all : joined.any).flatMap(parts);
      return `${kind}(${[...new Set(parts(condition).map(meaningOf))].sort().join()})`;
    }
    case "not":
      return `not(${meaningOf(condition.condition)})`;
    case "compare":
      return words(condition);
    default:
      return unreachable(condition);
  }
}

/** Of behaviours or scenes, in whatever order they are listed. */
export const isSameSet = (before: readonly string[], after: readonly string[]) =>
  words(before.toSorted()) === words(after.toSorted());

const meaningOfGuard = (guard: Guard | null) => (guard ? meaningOf(guard.condition) : "");

/** Whether two conditions hold in the same cases, as far as the order and the nesting of their parts tell. */
export const isSameCondition = (before: Guard | null, after: Guard | null) =>
  meaningOfGuard(before) === meaningOfGuard(after);

/** What words were and are, quoted where they differ; where only their marks do, that. */
export function becameText(before: Script, after: Script): string {
  const [old, own] = [plainScript(before), plainScript(after)];
  return old === own ? `“${excerpt(own, "")}” is set otherwise` : became(old, own);
}

interface Said {
  readonly text: Script;
  readonly when: Guard | null;
  /** Of what somebody says; null is the narrator. */
  readonly speaker?: string | null;
  readonly mood?: Mood | null;
}

/** “when patience > 1”, or “always” where there is no condition. */
export const whenText = (guard: Guard | null) => (guard ? `when ${guard.text}` : "always");
const quoted = ({ text }: Said) => `“${excerpt(plainScript(text), "")}”`;

function becameLine(before: Said, after: Said): string {
  if (words(before.text) !== words(after.text)) return `${becameText(before.text, after.text)}.`;
  const otherwise = [whenSaid, bySaid, moodSaid].flatMap((how) =>
    how(before) === how(after) ? [] : [`${how(after)}, before ${how(before)}`],
  );
  return `${quoted(after)} is said ${otherwise.join(", and ")}.`;
}

const whenSaid = ({ when }: Said) => (when ? `when ${when.text}` : "always");
const bySaid = ({ speaker }: Said) => (speaker == null ? "by the narrator" : `by \`${speaker}\``);
const moodSaid = ({ mood }: Said) => (mood == null ? "in no mood" : `in the mood ${mood}`);

const spoken = (said: Said) => words({ ...said, when: meaningOfGuard(said.when) });

/** Those of `some` that `others` do not hold; what stands twice is held twice. */
function without(some: readonly Said[], others: readonly Said[]): readonly Said[] {
  const left = others.map(spoken);
  return some.filter((said) => {
    const at = left.indexOf(spoken(said));
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
}

/** One sentence for each line or feedback that is new, gone, or otherwise than it was. */
export function saidChanges(before: readonly Said[], after: readonly Said[]): readonly string[] {
  const [old, own] = [before.map(spoken), after.map(spoken)];
  const gone = [...without(before, after)];
  const added = [...without(after, before)];
  const kept: string[] = [];
  // The same words, said otherwise, are one change and not two.
  for (const said of [...gone]) {
    const again = added.find(({ text }) => words(text) === words(said.text));
    if (!again) continue;
    kept.push(becameLine(said, again));
    gone.splice(gone.indexOf(said), 1);
    added.splice(added.indexOf(again), 1);
  }
  if (gone.length === added.length) {
    kept.push(...gone.map((said, index) => becameLine(said, added[index] ?? said)));
  } else {
    kept.push(
      ...gone.map((said) => `${quoted(said)} is gone.`),
      ...added.map((said) => `${quoted(said)} is new.`),
    );
  }
  if (kept.length > 0 || old.join() === own.join()) return kept;
  return ["The same words come in another order."];
}

function domainText(variable: Variable): string {
  switch (variable.type) {
    case "integer":
      return `goes from ${variable.min} to ${variable.max}`;
    case "oneOf":
      return `is one of ${variable.values.join(", ")}`;
    case "boolean":
      return "is true or false";
  }
}

const startText = ({ drawn, start }: Variable) =>
  drawn === true ? "is drawn" : `starts at ${String(start)}`;

/** A sentence for each variable that is new, gone, or has other values or another start. */
export function variableChanges(before: Scenario, after: Scenario): readonly string[] {
  const gone = before.variables.filter(
    ({ name }) => !after.variables.some((other) => other.name === name),
  );
  return [
    ...after.variables.flatMap((variable) => {
      const earlier = before.variables.find(({ name }) => name === variable.name);
      if (!earlier) return [`The variable \`${variable.name}\` is new.`];
      return [domainText, startText].flatMap((text) =>
        text(earlier) === text(variable)
          ? []
          : [`\`${variable.name}\` ${text(variable)}; before, it ${text(earlier)}.`],
      );
    }),
    ...gone.map(({ name }) => `The variable \`${name}\` is gone.`),
  ];
}

/** A sentence for each standing rule that is new or gone, or one where they are tried in another order. */
export function ruleChanges(before: Scenario, after: Scenario): readonly string[] {
  const rulesOf = ({ rules }: Scenario) =>
    rules.map(({ when, target }) => ({
      key: words([meaningOf(when.condition), target]),
      text: `when ${when.text}, it ends in \`${target}\``,
    }));
  const [old, own] = [rulesOf(before), rulesOf(after)];
  const without = (some: typeof own, others: typeof own) =>
    some.filter(({ key }) => !others.some((other) => other.key === key));
  const changed = [
    ...without(own, old).map(({ text }) => `A new standing rule: ${text}.`),
    ...without(old, own).map(({ text }) => `No standing rule any more: ${text}.`),
  ];
  const order = (some: typeof own) => some.map(({ key }) => key).join();
  if (changed.length > 0 || order(old) === order(own)) return changed;
  return ["The standing rules are tried in another order."];
}

function markText({ mark }: PassRule): string {
  return mark === null ? "no mark is asked for" : `a mark of ${mark} is asked for`;
}

function requiresText({ requires }: PassRule): string {
  return `${requires.join(", ") || "no behaviour"} must be shown`;
}

/** A sentence for another mark, and one for other behaviours that must be shown. */
export function passChanges(before: PassRule, after: PassRule): readonly string[] {
  const changed = [
    ...(before.mark === after.mark ? [] : [markText]),
    ...(isSameSet(before.requires, after.requires) ? [] : [requiresText]),
  ];
  return changed.map((text) => `To pass, ${text(after)}; before, ${text(before)}.`);
}
