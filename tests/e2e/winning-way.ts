/** A way through a run that passes, found by the same core that judges it. */
import { decide, follow, hasEnded, type AttemptState } from "~/core/scenario/attempt";
import type { Scenario } from "~/core/scenario/definition";
import { presentMoment } from "~/core/scenario/moment";
import { rowsOpen } from "~/core/scenario/play";
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
  const choices = presentMoment(scenario, state).choices.flatMap(({ choice, text }): Step[] => {
    const followed = follow(scenario, state, { type: "choice.made", scene, choice });
    const said = { kind: "choice", text: plainText(text) } as const;
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

/** What to answer with from there on, in order; null where there is no way to that outcome. */
export function wayThrough(
  scenario: Scenario,
  from: AttemptState,
  passing: boolean,
): readonly Said[] | null {
  const waiting: { state: AttemptState; said: Said[] }[] = [{ state: from, said: [] }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { state, said } = next;
    if (!hasEnded(state)) {
      for (const step of answersAt(scenario, state))
        waiting.push({ state: step.state, said: [...said, step.said] });
    } else if (scoreOf(scenario, state).passed === passing) return said;
  }
  return null;
}
