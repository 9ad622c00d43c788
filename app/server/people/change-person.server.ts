/** Changes that an administrator makes to a person; each is in the audit. */
import { addedRoles } from "~/core/access/policy";
import type { PersonDetails } from "~/core/access/person.schema";
import { fail, ok, type Result } from "~/core/result";
import type { Database, Transaction } from "~/server/db.server";
import { addPeople, onboardingPath } from "~/server/people/add-people.server";
import { aboutPerson, appendAudit, type Actor, type Change } from "~/server/people/audit.server";
import {
  checkDetails,
  DetailsRefused,
  type FieldErrors,
} from "~/server/people/person-checks.server";
import { endSessionsOf, sessionsOf } from "~/server/people/session.server";
import { teamIdOf, withTeamsSpelled } from "~/server/people/teams.server";

async function refusable<Value>(work: () => Promise<Value>): Promise<Result<Value, FieldErrors>> {
  try {
    return ok(await work());
  } catch (error) {
    if (error instanceof DetailsRefused) return fail(error.fieldErrors);
    throw error;
  }
}

/** Adds one person; the id, or the fields that are wrong. */
export function addPerson(
  database: Database,
  actor: Actor,
  details: PersonDetails,
): Promise<Result<string, FieldErrors>> {
  return refusable(() =>
    database.$transaction(async (transaction) => {
      await checkDetails(transaction, details, null);
      const [id = ""] = await addPeople(transaction, actor, [details]);
      return id;
    }),
  );
}

async function detailsOf(transaction: Transaction, id: string): Promise<PersonDetails> {
  const person = await transaction.person.findUniqueOrThrow({
    where: { id },
    include: { team: true, manager: { select: { email: true } }, roles: true },
  });
  const { name, email, startDate, timeZone } = person;
  const roles = addedRoles.filter((role) => person.roles.some((given) => given.role === role));
  const managerEmail = person.manager?.email ?? null;
  return { name, email, startDate, timeZone, team: person.team?.name ?? null, managerEmail, roles };
}

/** Each field that differs, as [before, after]. */
function differences(before: PersonDetails, after: PersonDetails): Record<string, unknown[]> {
  const fields = Object.keys(before) as (keyof PersonDetails)[];
  return Object.fromEntries(
    fields
      .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
      .map((field) => [field, [before[field], after[field]]]),
  );
}

/** A change of roles is an entry of its own: it is what an audit is asked for first. */
function changesOf(
  id: string,
  { roles, ...rest }: Record<string, unknown[]>,
  { addressesEnded }: Saved,
): Change[] {
  const subject = aboutPerson(id);
  const ended = addressesEnded === 0 ? {} : { addressesEnded };
  return [
    ...(roles === undefined ? [] : [{ action: "roles.changed" as const, roles }]),
    ...(Object.keys(rest).length === 0
      ? []
      : [{ action: "person.changed" as const, changed: rest, ...ended }]),
  ].map(({ action, ...detail }) => ({ action, subject, detail }));
}

async function writeDetails(
  transaction: Transaction,
  id: string,
  { name, email, startDate, timeZone, team, managerEmail, roles }: PersonDetails,
): Promise<void> {
  const manager =
    managerEmail === null
      ? null
      : await transaction.person.findUniqueOrThrow({ where: { email: managerEmail } });
  const teamId = await teamIdOf(transaction, team);
  await transaction.person.update({
    where: { id },
    data: { name, email, startDate, timeZone, teamId, managerId: manager?.id ?? null },
  });
  await transaction.personRole.deleteMany({ where: { personId: id } });
  await transaction.personRole.createMany({ data: roles.map((role) => ({ personId: id, role })) });
}

export interface Saved {
  /** One-time addresses that were mailed to where the person is not any more, and open nothing now. */
  readonly addressesEnded: number;
}

/** Whoever got mail at an address that was wrong must not come in as the person. */
async function endAddresses(transaction: Transaction, personId: string): Promise<Saved> {
  const where = { purpose: "set-password", personId, usedAt: null };
  const { count } = await transaction.oneTimeLink.deleteMany({ where });
  return { addressesEnded: count };
}

/** Changes a person; the fields that are wrong, and then nothing was changed. */
export function changePerson(
  database: Database,
  actor: Actor,
  id: string,
  details: PersonDetails,
): Promise<Result<Saved, FieldErrors>> {
  const sorted = { ...details, roles: addedRoles.filter((role) => details.roles.includes(role)) };
  return refusable(() =>
    database.$transaction(async (transaction) => {
      const [after = sorted] = await withTeamsSpelled(transaction, [sorted]);
      const before = await detailsOf(transaction, id);
      const changed = differences(before, after);
      if (Object.keys(changed).length === 0) return { addressesEnded: 0 };
      await checkDetails(transaction, after, id);
      await writeDetails(transaction, id, after);
      // Due days count from the first day: where that moves, the onboarding path moves along.
      await transaction.assignment.updateMany({
        where: { personId: id, pathSlug: onboardingPath, startDate: before.startDate },
        data: { startDate: after.startDate },
      });
      const moved = "email" in changed;
      const saved = moved ? await endAddresses(transaction, id) : { addressesEnded: 0 };
      await appendAudit(transaction, actor, changesOf(id, changed, saved));
      return saved;
    }),
  );
}

/** Ends every session of a person, as where a phone was lost; the audit knows of it where one was open. */
export async function signOutEverywhere(
  database: Database,
  actor: Actor,
  id: string,
): Promise<void> {
  await database.$transaction(async (transaction) => {
    const sessionsEnded = (await sessionsOf(transaction, id)).length;
    await endSessionsOf(transaction, id);
    if (sessionsEnded === 0) return;
    await appendAudit(transaction, actor, [
      { action: "sessions.ended", subject: aboutPerson(id), detail: { sessionsEnded } },
    ]);
  });
}
