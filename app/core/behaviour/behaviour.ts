/**
 * The behaviour vocabulary: one closed set of tags that lessons, choices, feedback and profiles
 * share. Defined once in `content/behaviours.yml`.
 */

/** A tag of the vocabulary, as in `kindness`. Checked against the vocabulary when content is parsed. */
export type BehaviourTag = string;

export interface Behaviour {
  readonly tag: BehaviourTag;
  readonly name: string;
  /** The one-line rule: "When X, do Y." */
  readonly rule: string;
  /** What someone watching would see or hear. */
  readonly signs: readonly string[];
  /** What it is mistaken for, or how it looks when it is missing. */
  readonly counterExamples: readonly string[];
}

export type Vocabulary = readonly Behaviour[];

export function behaviourName(vocabulary: Vocabulary, tag: BehaviourTag): string {
  return vocabulary.find((behaviour) => behaviour.tag === tag)?.name ?? tag;
}

/** As the vocabulary has them, so that every page tells behaviours in one order; an unknown one comes last. */
export function inVocabularyOrder<One>(
  vocabulary: Vocabulary,
  ones: readonly One[],
  tagOf: (one: One) => BehaviourTag,
): readonly One[] {
  const places = new Map(vocabulary.map(({ tag }, place) => [tag, place]));
  const placeOf = (one: One) => places.get(tagOf(one)) ?? vocabulary.length;
  return ones.toSorted((one, other) => placeOf(one) - placeOf(other));
}

/** Names for tags, in the order of the vocabulary. */
export function behaviourNames(
  vocabulary: Vocabulary,
  tags: readonly BehaviourTag[],
): readonly string[] {
  return inVocabularyOrder(vocabulary, tags, (tag) => tag).map((tag) =>
    behaviourName(vocabulary, tag),
  );
}
