import { Dialogue } from "./dialogue";
import { Order } from "./order";
import { Rating } from "./rating";
import { Sort } from "./sort";
import { Spot } from "./spot";

/** What one lesson in three uses, in a file of its own: the others do not wait for it. */
export const rarerComponents = { Dialogue, Order, Rating, Sort, Spot } as const;
