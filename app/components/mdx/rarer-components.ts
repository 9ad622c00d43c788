import { Dialogue } from "./dialogue";
import { Order } from "./order";
import { Sort } from "./sort";
import { Spot } from "./spot";
import { Transcript } from "./transcript";
import { After, Before, Wording } from "./wording";

export { rarerSheet } from "./rarer-sheet";

/** What a lesson in two uses one of, in a file of its own: the others do not wait for it. */
export const rarerComponents = {
  After,
  Before,
  Dialogue,
  Order,
  Sort,
  Spot,
  Transcript,
  Wording,
} as const;
