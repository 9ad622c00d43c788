/** Inviting a whole list, one after the other, while the page is already answered. */
import type { Database } from "~/server/db.server";
import { log } from "~/server/log.server";
import { deliver } from "~/server/mail/mail.server";
import { perProcess } from "~/server/per-process.server";
import type { Actor } from "~/server/people/audit.server";
import { writeInvitation, type Invited } from "~/server/people/invitation.server";
import { endLink } from "~/server/people/one-time-link.server";

/** A list that is being gone through. */
interface Round {
  readonly stop: AbortController;
  readonly done: Promise<void>;
}

function rounds(): Set<Round> {
  return perProcess("invitation-rounds", () => new Set<Round>());
}

async function inviteEach(
  database: Database,
  actor: Actor,
  people: readonly Invited[],
  signal: AbortSignal,
): Promise<void> {
  for (const person of people) {
    if (signal.aborted) return;
    const { token, mail } = await writeInvitation(database, actor, person);
    // An address that nobody was given would be told as one that they have.
    if ((await deliver(mail)) === "failed") await endLink(database, token);
  }
}

/** Whoever's mail could not be sent has no address afterwards, like those whom a stop comes before. */
export function inviteAll(database: Database, actor: Actor, people: readonly Invited[]): void {
  const stop = new AbortController();
  const done = inviteEach(database, actor, people, stop.signal).catch((error: unknown) =>
    log().error({ err: error }, "not everybody was invited"),
  );
  const round = { stop, done };
  rounds().add(round);
  void done.then(() => rounds().delete(round));
}

/** Lets the mail that is under way go out, and begins no other. */
export async function finishInviting(): Promise<void> {
  const all = [...rounds()];
  for (const { stop } of all) stop.abort();
  await Promise.all(all.map(({ done }) => done));
}
