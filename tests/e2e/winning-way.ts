/** A way through a scenario that passes, found by the same core that judges it. */
import { choicesOnOffer } from "~/core/scenario/play";
import { follow, hasEnded, type AttemptState } from "~/core/scenario/attempt";
import type { Scenario } from "~/core/scenario/definition";
import { plainText } from "~/core/prose/prose";
import { scoreOf } from "~/core/scenario/scoring";

/** The words to answer with, in order; null where there is no way to that outcome. */
export function wayThrough(scenario: Scenario, passing: boolean): string[] | null {
  const start = follow(scenario, null, { type: "attempt.started" });
  const waiting: { state: AttemptState; said: string[] }[] = start.ok
    ? [{ state: start.value, said: [] }]
    : [];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { state, said } = next;
    if (hasEnded(state)) {
      if (scoreOf(scenario, state).passed === passing) return said;
      continue;
    }
    const place = state.play.place;
    if (place.kind !== "scene") continue;
    for (const choice of choicesOnOffer(scenario, state.play)) {
      const event = { type: "choice.made", scene: place.scene, choice: choice.id } as const;
      const followed = follow(scenario, state, event);
      if (followed.ok)
        waiting.push({ state: followed.value, said: [...said, plainText(choice.text)] });
    }
  }
  return null;
}
