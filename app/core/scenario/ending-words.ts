/** What is told at an ending, which may depend on how the conversation went. */
import type { Prose, Script } from "~/core/prose/prose";
import type { Ending, Telling } from "./definition";
import { filledIn } from "./script";
import { guardHolds, type Values } from "./values";

/** The first telling whose condition holds; `otherwise` where none does. */
function told(tellings: readonly Telling[] | undefined, otherwise: Script, values: Values): Prose {
  const telling = tellings?.find(({ when }) => guardHolds(when, values));
  return filledIn(telling?.text ?? otherwise, values);
}

export function feltAt(ending: Ending, values: Values): Prose {
  return told(ending.feltWhen, ending.felt, values);
}

export function tonightAt(ending: Ending, values: Values): Prose {
  return told(ending.tonightWhen, ending.tonight, values);
}

/** Every list of tellings of an ending: in each the first that holds is told. */
export function tellingsOf(ending: Ending): readonly (readonly Telling[])[] {
  return [ending.feltWhen ?? [], ending.tonightWhen ?? []];
}
