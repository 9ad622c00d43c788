/** The parts of a condition: where each stands in its text, and what the walk saw of it. */
import type { Position } from "~/core/diagnostic";
import { unreachable } from "~/core/result";
import type { Condition, Guard } from "../definition";
import type { Probe } from "./probe";

type Leaf = Extract<Condition, { kind: "compare" }>;

/** What a condition is put together from, one step down; nothing of a comparison. */
export function partsOf(condition: Condition): readonly Condition[] {
  switch (condition.kind) {
    case "and":
      return condition.all;
    case "or":
      return condition.any;
    case "not":
      return [condition.condition];
    case "compare":
      return [];
    default:
      return unreachable(condition);
  }
}

/** Every part of a condition but itself, each before its own parts. */
export function partsWithin(condition: Condition): readonly Condition[] {
  return partsOf(condition).flatMap((part) => [part, ...partsWithin(part)]);
}

/** The comparisons of a condition, in the order written. */
export function leavesOf(condition: Condition): readonly Leaf[] {
  return condition.kind === "compare" ? [condition] : partsOf(condition).flatMap(leavesOf);
}

/** What a condition says where its comparisons are true as `mask` has it, and some parts are settled. */
export function valueOf(
  condition: Condition,
  mask: number,
  bits: ReadonlyMap<Condition, number>,
  settled: ReadonlyMap<Condition, boolean>,
): boolean {
  const known = settled.get(condition);
  if (known !== undefined) return known;
  const value = (part: Condition) => valueOf(part, mask, bits, settled);
  switch (condition.kind) {
    case "and":
      return condition.all.every(value);
    case "or":
      return condition.any.some(value);
    case "not":
      return !value(condition.condition);
    case "compare":
      return (mask & (1 << (bits.get(condition) ?? 0))) !== 0;
    default:
      return unreachable(condition);
  }
}

/** The text of a part and where it stands in the file; the whole where that was not written down. */
export function placeOfPart(
  guard: Guard,
  part: Condition,
): { readonly at: Position; readonly text: string } {
  return guard.parts?.[partsWithin(guard.condition).indexOf(part)] ?? guard;
}

export interface PartJudgement {
  readonly part: Condition;
  /** What it may be replaced by so that the whole condition says the same wherever it is asked. */
  readonly as: boolean;
  /** Whether it has that value wherever the condition is asked; else only wherever that matters. */
  readonly isConstant: boolean;
}

/** Beyond so many comparisons the parts of a condition are not judged one by one. */
export const MAX_JUDGED = 30;

/** The parts of a condition that decide nothing, outermost first. The condition itself is not judged here. */
export function idleParts(probe: Probe): readonly PartJudgement[] {
  const { condition } = probe.guard;
  if (probe.leaves.length < 2 || probe.leaves.length > MAX_JUDGED) return [];
  const bits = new Map<Condition, number>(leavesOf(condition).map((leaf, bit) => [leaf, bit]));
  const masks = [...probe.seen];
  const settled = new Map<Condition, boolean>();
  const whole = masks.map((mask) => valueOf(condition, mask, bits, settled));
  const found: PartJudgement[] = [];
  const judge = (part: Condition, parent: Condition): void => {
    const values = masks.map((mask) => valueOf(part, mask, bits, settled));
    const constant = values.every((value) => value === values[0]) ? (values[0] ?? null) : null;
    const neutral = parent.kind !== "or";
    for (const as of constant === null ? [neutral, !neutral] : [constant]) {
      settled.set(part, as);
      if (masks.every((mask, at) => valueOf(condition, mask, bits, settled) === whole[at])) {
        found.push({ part, as, isConstant: constant !== null });
        return;
      }
      settled.delete(part);
    }
    descend(part);
  };
  const descend = (parent: Condition): void => {
    // A part that is denied is judged with its `not`.
    if (parent.kind === "not") descend(parent.condition);
    else for (const part of partsOf(parent)) judge(part, parent);
  };
  descend(condition);
  return found;
}

/** The part that keeps a condition from ever holding; the condition itself where no part alone does. */
export function neverHolding(probe: Probe): Condition {
  const { condition } = probe.guard;
  if (probe.leaves.length > MAX_JUDGED || probe.seen.size === 0) return condition;
  const bits = new Map<Condition, number>(leavesOf(condition).map((leaf, bit) => [leaf, bit]));
  let culprit = condition;
  for (;;) {
    const parts = culprit.kind === "and" ? culprit.all : [];
    const next = parts.filter((part) =>
      [...probe.seen].every((mask) => !valueOf(part, mask, bits, new Map())),
    );
    if (next.length !== 1 || !next[0]) return culprit;
    [culprit] = next;
  }
}
