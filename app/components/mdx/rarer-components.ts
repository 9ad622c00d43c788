import { Dialogue } from "./dialogue";
import { Order } from "./order";
import { Sort } from "./sort";
import { Spot } from "./spot";

/** What a lesson in two uses one of, in a file of its own: the others do not wait for it. */
export const rarerComponents = { Dialogue, Order, Sort, Spot } as const;
