/** How many words a text has, which may depend on what is drawn into it. */
import { plainText, type Script } from "~/core/prose/prose";
import type { Scenario, Value } from "../definition";
import { filledIn, printedVariables } from "../script";
import { domainOf } from "../values";
import type { Slots } from "./probe";

export type WordCount = number | ((slots: Slots) => number);

/** Words of a text in which nothing is drawn, or of which what is drawn does not matter. */
export const countWords = (script: Script): number =>
  plainText(script).split(" ").filter(Boolean).length;

/** Each combination of what is printed in a text is counted once. */
export function wordCounter({ variables }: Scenario): (script: Script) => WordCount {
  return (script) => {
    const names = printedVariables(script);
    if (names.size === 0) return countWords(script);
    const printed = variables.flatMap((variable, slot) =>
      names.has(variable.name) ? [{ name: variable.name, slot, domain: domainOf(variable) }] : [],
    );
    const counted = new Map<string, number>();
    return (slots) => {
      const key = printed.map(({ slot }) => slots[slot]).join(" ");
      const known = counted.get(key);
      if (known !== undefined) return known;
      const values: Record<string, Value> = {};
      for (const { name, slot, domain } of printed) {
        const value = domain[slots[slot] ?? 0];
        if (value !== undefined) values[name] = value;
      }
      const count = countWords(filledIn(script, values));
      counted.set(key, count);
      return count;
    };
  };
}

/** The count where the variables have these values. */
export function wordsAt(count: WordCount, slots: Slots): number {
  return typeof count === "number" ? count : count(slots);
}
