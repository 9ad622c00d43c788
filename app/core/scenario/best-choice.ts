/** Which choice of a moment is the best, as far as it can be told: the one that shows most. */
import type { Choice, Scene } from "./definition";

/** Of the moments with one best choice, so many may have it where its length or its place tells it. */
export const MOST_GIVEN_AWAY = 0.4;

/** The one choice that shows most; null where several do or none does. */
export function bestChoiceOf({ choices }: Pick<Scene, "choices">): Choice | null {
  const ranked = choices.toSorted((left, right) => right.shows.length - left.shows.length);
  const [first, second] = ranked;
  if (!first || !second || first.shows.length === 0) return null;
  return first.shows.length > second.shows.length ? first : null;
}
