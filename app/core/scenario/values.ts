/** The variables' values while a scenario is played: what conditions read and effects change. */
import { unreachable } from "~/core/result";
import type { Condition, Effect, Guard, Scenario, Value, Variable } from "./definition";
import { lookupOf } from "./lookup";

export type Values = Readonly<Record<string, Value>>;

/** Every variable at its start; a drawn one at its draw. */
export function startValues(scenario: Scenario, draws: Values = {}): Values {
  return Object.fromEntries(
    scenario.variables.map((variable) => {
      const drawn = variable.drawn === true ? draws[variable.name] : undefined;
      return [variable.name, drawn ?? variable.start];
    }),
  );
}

/** All values that a variable can have, least first. */
export function domainOf(variable: Variable): readonly Value[] {
  if (variable.type === "boolean") return [false, true];
  if (variable.type === "oneOf") return variable.values;
  return Array.from({ length: variable.max - variable.min + 1 }, (_, step) => variable.min + step);
}

function compares(left: Value | undefined, comparison: string, right: Value): boolean {
  if (comparison === "=") return left === right;
  if (comparison === "!=") return left !== right;
  if (typeof left !== "number" || typeof right !== "number") return false;
  if (comparison === "<") return left < right;
  if (comparison === "<=") return left <= right;
  if (comparison === ">") return left > right;
  return left >= right;
}

export function conditionHolds(condition: Condition, values: Values): boolean {
  switch (condition.kind) {
    case "and":
      return condition.all.every((part) => conditionHolds(part, values));
    case "or":
      return condition.any.some((part) => conditionHolds(part, values));
    case "not":
      return !conditionHolds(condition.condition, values);
    case "compare":
      return compares(values[condition.variable], condition.comparison, condition.value);
    default:
      return unreachable(condition);
  }
}

/** No guard is no condition: it always holds. */
export function guardHolds(guard: Guard | null, values: Values): boolean {
  return guard === null || conditionHolds(guard.condition, values);
}

/** In the order written; integers stop at their bounds. */
export function applyEffects(
  scenario: Scenario,
  effects: readonly Effect[],
  values: Values,
): Values {
  if (effects.length === 0) return values;
  const next: Record<string, Value> = { ...values };
  for (const effect of effects) {
    const variable = lookupOf(scenario).variables.get(effect.variable);
    if (!variable) continue;
    const value =
      effect.kind === "set" ? effect.value : Number(next[effect.variable]) + effect.amount;
    next[effect.variable] =
      variable.type === "integer"
        ? Math.min(variable.max, Math.max(variable.min, Number(value)))
        : value;
  }
  return next;
}
