/** What changed in what is said, in the variables, the rules and the pass: each in a sentence. */
import type { Script } from "~/core/prose/prose";
import { became, excerpt } from "~/core/publishing/told-changes";
import type { Guard, PassRule, Scenario, Variable } from "./definition";
import { isDrawnWords, plainScript } from "./script";

/** Of what is drawn the name alone: what is printed for it is compared once, for the whole. */
export const words = (value: unknown) =>
  JSON.stringify(value, (key, part: unknown) =>
    key === "at" ? undefined : isDrawnWords(part) ? part.variable : part,
  );

export function becameText(before: Script, after: Script): string {
  return became(plainScript(before), plainScript(after));
}

interface Said {
  readonly text: Script;
  readonly when: Guard | null;
}

const whenText = (guard: Guard | null) => (guard ? `when ${guard.text}` : "always");
const quoted = ({ text }: Said) => `“${excerpt(plainScript(text), "")}”`;

function becameLine(before: Said, after: Said): string {
  if (words(before.text) !== words(after.text)) return `${becameText(before.text, after.text)}.`;
  if (words(before.when?.condition) !== words(after.when?.condition)) {
    return `${quoted(after)} is said ${whenText(after.when)}, before ${whenText(before.when)}.`;
  }
  return `${quoted(after)} is said by somebody else, or in another mood.`;
}

const spoken = (said: Said) => words({ ...said, when: said.when?.condition ?? null });

/** One sentence for each line or feedback that is new, gone, or otherwise than it was. */
export function saidChanges(before: readonly Said[], after: readonly Said[]): readonly string[] {
  const [old, own] = [before.map(spoken), after.map(spoken)];
  const gone = before.filter((said) => !own.includes(spoken(said)));
  const added = after.filter((said) => !old.includes(spoken(said)));
  if (gone.length === added.length && gone.length > 0) {
    return gone.map((said, index) => becameLine(said, added[index] ?? said));
  }
  if (gone.length + added.length > 0) {
    return [
      ...gone.map((said) => `${quoted(said)} is gone.`),
      ...added.map((said) => `${quoted(said)} is new.`),
    ];
  }
  return old.join() === own.join() ? [] : ["The same words come in another order."];
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

export function ruleChanges(before: Scenario, after: Scenario): readonly string[] {
  const rulesOf = ({ rules }: Scenario) =>
    rules.map(({ when, target }) => ({
      key: words([when.condition, target]),
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

export function passChanges(before: PassRule, after: PassRule): readonly string[] {
  return [markText, requiresText].flatMap((text) =>
    text(before) === text(after) ? [] : [`To pass, ${text(after)}; before, ${text(before)}.`],
  );
}
