/** A one-time address to set a password: shown to the administrator once, and mailed to the person. */
import { paths } from "~/paths";
import type { Database } from "~/server/db.server";
import { environment } from "~/server/env.server";
import { log } from "~/server/log.server";
import { sendMail, type Delivery } from "~/server/mail/mail.server";
import { aboutPerson, appendAudit, type Actor } from "~/server/people/audit.server";
import { makeLink } from "~/server/people/one-time-link.server";

export interface Invitation {
  /** The whole address, to copy. */
  readonly address: string;
  readonly delivery: Delivery;
}

export interface Invited {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** Makes the address of a token complete, as it is opened from outside. */
export function passwordAddress(token: string): string {
  return environment().appUrl + paths.setPassword(token);
}

function letter({ name, email }: Invited, address: string) {
  return {
    to: email,
    subject: "Set your password for Rapport",
    text: [
      `Hello ${name},`,
      "with this address you set your password for Rapport. It works once, within seven days:",
      address,
      "If you did not expect this, do nothing: nobody can sign in with it but who sets a password.",
    ].join("\n\n"),
  };
}

export async function invite(
  database: Database,
  actor: Actor,
  person: Invited,
): Promise<Invitation> {
  const token = await database.$transaction(async (transaction) => {
    const made = await makeLink(transaction, { purpose: "set-password", personId: person.id });
    await appendAudit(transaction, actor, [
      { action: "password-address.made", subject: aboutPerson(person.id) },
    ]);
    return made;
  });
  const address = passwordAddress(token);
  return { address, delivery: await sendMail(letter(person, address)) };
}

/** Invites a whole list, one after the other, while the page is already answered. */
export function inviteAll(database: Database, actor: Actor, people: readonly Invited[]): void {
  const work = async (): Promise<void> => {
    for (const person of people) await invite(database, actor, person);
  };
  work().catch((error: unknown) => log().error({ err: error }, "not everybody was invited"));
}
