/** Who somebody's manager is: whoever they are named as, while they can sign in and have the role. */
import type { Database, Transaction } from "~/server/db.server";

export interface ActiveManager {
  readonly id: string;
  readonly name: string;
}

/** Null where there is none, or one who sees nothing of anybody any more. */
export async function activeManagerOf(
  database: Database | Transaction,
  personId: string,
): Promise<ActiveManager | null> {
  return database.person.findFirst({
    where: {
      reports: { some: { id: personId } },
      deactivatedAt: null,
      roles: { some: { role: "manager" } },
    },
    select: { id: true, name: true },
  });
}
