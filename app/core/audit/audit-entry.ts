/** An entry of the audit as administrators read it. */
export interface AuditEntry {
  readonly id: string;
  /** ISO instant. */
  readonly at: string;
  readonly action: string;
  readonly actorId: string | null;
  /** Null where nobody was signed in: a command, or a visitor. */
  readonly actor: string | null;
  /** As in completion:<id>. */
  readonly subject: string;
  /** The person whom it is about, also by a record or a run of theirs; null for anything else. */
  readonly personId: string | null;
  readonly person: string | null;
  /** The piece of content whose change it is, or whose run: "the role-play “The late parcel”"; null for anything else. */
  readonly thing: string | null;
  /** What changed, in words. */
  readonly told: readonly string[];
  readonly address: string | null;
}
