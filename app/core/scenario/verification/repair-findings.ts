/** Chances to repair that repair nothing, whichever way is taken. */
import type { Finding } from "./finding";
import type { ScoreWalk } from "./score-walk";
import type { Walk } from "./walk";

/** What was answered in a scene, over every state in which it is met; calls of interludes answer nothing. */
interface Answered {
  readonly offered: number;
  /** Bits of the behaviours that some answer misses while another on offer shows them. */
  readonly missed: number;
  readonly shown: number;
  /** States that the answers lead to. */
  readonly next: readonly number[];
}

function answeredIn(walk: Walk, scene: number): Answered {
  const sum = { offered: 0, missed: 0, shown: 0, next: [] as number[] };
  for (const [state, place] of walk.places.entries()) {
    if (place !== scene) continue;
    const offered = walk.offered[state] ?? 0;
    const end = walk.rows[state + 1] ?? 0;
    for (let edge = walk.rows[state] ?? 0; edge < end; edge += 1) {
      const answer = walk.program.answers[walk.answers[edge] ?? -1];
      if (!answer || answer.callBit !== 0) continue;
      sum.offered |= offered;
      sum.missed |= offered & ~answer.shows;
      sum.shown |= answer.shows;
      sum.next.push(walk.targets[edge] ?? 0);
    }
  }
  return sum;
}

function canReach(walk: Walk, from: readonly number[], scene: number): boolean {
  const seen = new Uint8Array(walk.places.length);
  const waiting = [...from];
  for (let state = waiting.pop(); state !== undefined; state = waiting.pop()) {
    if (walk.places[state] === scene) return true;
    if (seen[state] === 1) continue;
    seen[state] = 1;
    const end = walk.rows[state + 1] ?? 0;
    for (let edge = walk.rows[state] ?? 0; edge < end; edge += 1) {
      waiting.push(walk.targets[edge] ?? 0);
    }
  }
  return false;
}

const OUT = "take it out of `repairs`";

/** Why nothing that is missed in `missed` is ever made good in `own`. */
function why(walk: Walk, own: number, missed: number): Pick<Finding, "message" | "fix"> {
  const { scenario, scenes } = walk.program;
  const name = `\`${scenes[missed]?.scene.id ?? ""}\``;
  if (own === missed) {
    return {
      message: `This scene is to repair itself: ${name} is answered once, and a miss is made good in a later scene.`,
      fix: `Name an earlier scene, or ${OUT}.`,
    };
  }
  const before = answeredIn(walk, missed);
  const here = answeredIn(walk, own);
  if (before.missed === 0) {
    return {
      message:
        before.offered === 0
          ? `Nothing can be missed in ${name}: none of its choices shows a behaviour.`
          : `Nothing can be missed in ${name}: every choice shows all that it asks for.`,
      fix: `Name a scene in which a behaviour can be missed, or ${OUT}.`,
    };
  }
  if ((before.missed & here.shown) === 0) {
    const tags = scenario.behaviours.filter((_, bit) => (before.missed & (1 << bit)) !== 0);
    return {
      message: `No choice here shows what can be missed in ${name}: ${tags.join(", ")}.`,
      fix: `Let a choice here show it, or ${OUT}.`,
    };
  }
  if (!canReach(walk, before.next, own)) {
    return {
      message: `On no way is ${name} answered before this scene, so there is nothing yet to make good.`,
      fix: `Name a scene that comes before this one, or ${OUT}.`,
    };
  }
  return {
    message: `Nobody comes here with a miss from ${name} that a choice here makes good.`,
    fix: `Let a way on which it is missed lead here, or ${OUT}.`,
  };
}

/** `repaired`: what the walk of the scores saw made good. What nobody gets to is said elsewhere. */
export function idleRepairs(walk: Walk, repaired: ScoreWalk["repaired"]): readonly Finding[] {
  const met = new Set(walk.places);
  return walk.program.scenes.flatMap(({ scene, repairs }, own) =>
    repairs.flatMap((missed, index): readonly Finding[] => {
      if (!met.has(own) || !met.has(missed) || repaired.has(`${own}:${missed}`)) return [];
      const at = scene.repairsAt?.[index] ?? scene.at;
      return [{ rule: "repair/idle", at, ...why(walk, own, missed), witness: null }];
    }),
  );
}
