/** A run that somebody shares, as the people it is shared with find it in a list. */
export interface SharedRun {
  readonly id: string;
  readonly title: string;
  readonly mode: "practice" | "official";
  readonly outcome: "passed" | "failed" | null;
  readonly person: { readonly id: string; readonly name: string };
  /** ISO instants. */
  readonly playedAt: string;
  readonly sharedAt: string;
}
