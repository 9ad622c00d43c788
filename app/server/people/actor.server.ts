import type { Actor } from "~/server/people/audit.server";
import type { GuardedVisit } from "~/server/people/guard.server";

/** Who is making a change, and from where. */
export function actorOf({ person, context }: GuardedVisit): Actor {
  return { id: person.id, address: context.address };
}
