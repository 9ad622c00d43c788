/** The audit: who did what, when, to whom, from where. Appended to, never changed. */
import type { AuditAction } from "~/core/audit/audit-action";
import type { Database, Transaction } from "~/server/db.server";

/** Who makes a change: a signed-in person, or null for a command on the server itself. */
export interface Actor {
  readonly id: string | null;
  /** Where from; null for a command. */
  readonly address: string | null;
}

export interface Change {
  /** One of the list in core, where its words for people are. */
  readonly action: AuditAction;
  /** `<what>:<id>`, as in person:<id>, completion:<id>, attempt:<id>, course:<slug>, scenario:<slug> */
  readonly subject: string;
  /**
   * Never a secret, a password or a learner's words. Name people by `personId` and not by their
   * name: what is told of a person here is taken out when the person is erased.
   */
  readonly detail?: Readonly<Record<string, unknown>>;
}

export function aboutPerson(id: string): string {
  return `person:${id}`;
}

export async function appendAudit(
  database: Database | Transaction,
  actor: Actor,
  changes: readonly Change[],
): Promise<void> {
  await database.auditEntry.createMany({
    data: changes.map(({ action, subject, detail = {} }) => ({
      actorId: actor.id,
      address: actor.address,
      action,
      subject,
      detail: JSON.stringify(detail),
    })),
  });
}
