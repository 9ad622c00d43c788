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
