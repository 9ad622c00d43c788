/** What an attempt draws at its start: one value for each drawn variable. */
import type { Scenario, Value } from "./definition";
import { domainOf } from "./values";

/** `pick(n)` gives a whole number from 0 to n - 1. Undefined where nothing is drawn. */
export function drawValues(
  { variables }: Scenario,
  pick: (count: number) => number,
): Readonly<Record<string, Value>> | undefined {
  const drawn = variables.filter((variable) => variable.drawn === true);
  if (drawn.length === 0) return undefined;
  return Object.fromEntries(
    drawn.map((variable) => {
      const domain = domainOf(variable);
      return [variable.name, domain[pick(domain.length)] ?? variable.start];
    }),
  );
}
