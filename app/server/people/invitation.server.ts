/** A one-time address to set a password: shown to the administrator once, and mailed to the person. */
import { paths } from "~/paths";
import type { Database } from "~/server/db.server";
import { environment } from "~/server/env.server";
import { sendMail, type Delivery, type Mail } from "~/server/mail/mail.server";
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

function letter({ name, email }: Invited, address: string): Mail {
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

interface Letter {
  /** The whole address, to copy. */
  readonly address: string;
  readonly token: string;
  readonly mail: Mail;
}

/** A new address, which ends the one before; the audit says that it was made. */
export async function writeInvitation(
  database: Database,
  actor: Actor,
  person: Invited,
): Promise<Letter> {
  const token = await database.$transaction(async (transaction) => {
    const made = await makeLink(transaction, { purpose: "set-password", personId: person.id });
    await appendAudit(transaction, actor, [
      { action: "password-address.made", subject: aboutPerson(person.id) },
    ]);
    return made;
  });
  const address = passwordAddress(token);
  return { address, token, mail: letter(person, address) };
}

export async function invite(
  database: Database,
  actor: Actor,
  person: Invited,
): Promise<Invitation> {
  const { address, mail } = await writeInvitation(database, actor, person);
  return { address, delivery: await sendMail(mail) };
}
