/** A way through a scenario that passes, found by the same core that judges it. */
import { choicesOnOffer, rowsOpen } from "~/core/scenario/play";
import { decide, follow, hasEnded, type AttemptState } from "~/core/scenario/attempt";
import type { Scenario } from "~/core/scenario/definition";
import { plainText } from "~/core/prose/prose";
import { sentencesFor } from "~/core/scenario/reply-matching";
import { scoreOf } from "~/core/scenario/scoring";

/** A choice to press, or words to type. */
export interface Said {
  readonly kind: "choice" | "words";
  readonly text: string;
}

interface Step {
  readonly said: Said;
  readonly state: AttemptState;
}

function answersAt(scenario: Scenario, state: AttemptState): Step[] {
  const { place } = state.play;
  if (place.kind !== "scene") return [];
  const { scene } = place;
  const choices = choicesOnOffer(scenario, state.play).flatMap((choice): Step[] => {
    const followed = follow(scenario, state, { type: "choice.made", scene, choice: choice.id });
    const said = { kind: "choice", text: plainText(choice.text) } as const;
    return followed.ok ? [{ said, state: followed.value }] : [];
  });
  const replies = rowsOpen(scenario, state.play).flatMap(({ phrases: [phrase] }): Step[] => {
    const words = phrase === undefined ? "Hm." : (sentencesFor(phrase)[0] ?? "Hm.");
    const decided = decide(scenario, state, { type: "reply", scene, words });
    const said = { kind: "words", text: words } as const;
    return decided.ok ? [{ said, state: decided.value.state }] : [];
  });
  return [...choices, ...replies];
}

/** What to answer with, in order; null where there is no way to that outcome. */
export function wayThrough(scenario: Scenario, passing: boolean): Said[] | null {
  const start = follow(scenario, null, { type: "attempt.started" });
  const waiting: { state: AttemptState; said: Said[] }[] = start.ok
    ? [{ state: start.value, said: [] }]
    : [];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { state, said } = next;
    if (!hasEnded(state)) {
      for (const step of answersAt(scenario, state))
        waiting.push({ state: step.state, said: [...said, step.said] });
    } else if (scoreOf(scenario, state).passed === passing) return said;
  }
  return null;
}
