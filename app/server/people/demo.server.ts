/** The demo organisation: put into an empty database, and only where it was asked for. */
import { addDays, civilDateAt } from "~/core/calendar/civil-date";
import type { Database } from "~/server/db.server";
import { addPeople } from "~/server/people/add-people.server";
import { demoPassword, demoPeople } from "~/server/people/demo-people.server";
import { hashPassword } from "~/server/people/password-hash.server";

const timeZone = "Europe/Lisbon";

/** Fills a database that holds no person; false where it holds one. */
export async function seedDemo(database: Database, now: Date = new Date()): Promise<boolean> {
  if ((await database.person.count()) > 0) return false;
  const today = civilDateAt(now, timeZone);
  const people = await Promise.all(
    demoPeople.map(async ({ beganDaysAgo, ...person }) => ({
      ...person,
      startDate: addDays(today, -beganDaysAgo),
      timeZone,
      demo: true,
      passwordHash: await hashPassword(demoPassword),
    })),
  );
  await database.$transaction(async (transaction) => {
    await addPeople(transaction, { id: null, address: null }, people);
  });
  return true;
}
