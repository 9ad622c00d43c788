/** What an edit means for learners, in kinds: the same for every kind of content. */

/** From the lightest to the gravest. */
const changeKinds = ["wording", "scoring", "rule", "flow"] as const;
export type ChangeKind = (typeof changeKinds)[number];

export interface Change {
  readonly kind: ChangeKind;
  /** The scene, ending or check that it is in; null for the whole. */
  readonly place: string | null;
  readonly message: string;
  /** Of what completing a lesson did not ask for before. */
  readonly isNew?: true;
}

/** The gravest of the changes; null where nothing changed. */
export function gravestKind(changes: readonly Change[]): ChangeKind | null {
  const kinds = new Set(changes.map((change) => change.kind));
  return changeKinds.findLast((kind) => kinds.has(kind)) ?? null;
}

/** What each kind comes to, for whoever publishes it. */
export const meanings = {
  wording: "Wording only: nobody is asked to redo anything.",
  scoring: "The scoring changed: the same answers may score otherwise.",
  rule: "The rule changed: completing it asks for something else from now on. Completions stand.",
  flow: "The flow changed: another run may go elsewhere than the one before.",
} as const satisfies Record<ChangeKind, string>;
