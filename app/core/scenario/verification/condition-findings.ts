/** Conditions, and parts of them, that decide nothing wherever they are asked. */
import type { Condition } from "../definition";
import {
  idleParts,
  leavesOf,
  MAX_JUDGED,
  placeOfPart,
  type PartJudgement,
} from "./expression-parts";
import type { Finding } from "./finding";
import type { Probe } from "./probe";

/** A probe with the word for what it belongs to, as in "choice". */
interface Asked {
  readonly probe: Probe;
  readonly of: string;
}

function whole({ probe, of }: Asked): Finding {
  return {
    rule: "condition/always-true",
    at: probe.guard.at,
    message: `Whenever this ${of} could be met, \`${probe.guard.text}\` holds: the condition decides nothing.`,
    fix: "Take the condition out, or mend it.",
    witness: null,
  };
}

function partly({ probe, of }: Asked, { part, as, isConstant }: PartJudgement): Finding {
  const { at, text } = placeOfPart(probe.guard, part);
  const where = `in the condition \`${probe.guard.text}\` of this ${of}`;
  return {
    rule: as ? "condition/always-true" : "condition/always-false",
    at,
    message: isConstant
      ? `\`${text}\` ${as ? "always" : "never"} holds when it is asked, ${where}.`
      : `\`${text}\` decides nothing, ${where}: without it the same cases are let through.`,
    fix: "Take this part out, or mend it.",
    witness: null,
  };
}

function tooManyParts({ probe, of }: Asked): Finding {
  return {
    rule: "proof/not-decided",
    at: probe.guard.at,
    message: `Whether each part of the condition of this ${of} decides something is not decided: it compares more than ${MAX_JUDGED} times.`,
    fix: "Use fewer comparisons, or a variable that remembers what several of them ask.",
    witness: null,
  };
}

/**
 * Conditions that never hold are told as what they keep out of reach; what decides nothing because
 * its variables stay `still` is told of those.
 */
export function idleConditions(
  asked: readonly Asked[],
  still: ReadonlySet<string>,
): readonly Finding[] {
  const isStill = (condition: Condition) =>
    leavesOf(condition).every(({ variable }) => still.has(variable));
  return asked.flatMap((one) => {
    const { guard, sawTrue, sawFalse } = one.probe;
    if (!sawTrue || isStill(guard.condition)) return [];
    if (!sawFalse) return [whole(one)];
    if (leavesOf(guard.condition).length > MAX_JUDGED) return [tooManyParts(one)];
    return idleParts(one.probe)
      .filter(({ part }) => !isStill(part))
      .map((part) => partly(one, part));
  });
}
