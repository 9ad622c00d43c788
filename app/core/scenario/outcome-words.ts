/** How a run went, in words that hurt nobody. */
import type { Outcome } from "./definition";

/** How a run went, wherever people read it; CSV and JSON keep the outcome's own name. */
export const outcomeInWords: Readonly<Record<Outcome, string>> = {
  passed: "It went well",
  failed: "Not there yet",
};

/** The one word for a run that has begun and not ended. */
export const underWay = "Under way";

/** Of a run in a list; null while it is under way. */
export function howItWent(outcome: Outcome | null): string {
  return outcome === null ? underWay : outcomeInWords[outcome];
}
