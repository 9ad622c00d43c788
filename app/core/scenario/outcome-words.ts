import type { Outcome } from "./definition";

/** How a run went, wherever people read it; CSV and JSON keep the outcome's own name. */
export const outcomeInWords: Readonly<Record<Outcome, string>> = {
  passed: "It went well",
  failed: "Not there yet",
};
