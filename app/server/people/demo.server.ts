/** The demo organisation: put into an empty database, and only where it was asked for. */
import { addDays, civilDateAt } from "~/core/calendar/civil-date";
import type { Database } from "~/server/db.server";
import { demoManager, demoPassword, demoPeople } from "~/server/people/demo-people.server";
import { hashPassword } from "~/server/people/password-hash.server";
import { onboardingPath } from "~/server/people/onboarding.server";

const timeZone = "Europe/Lisbon";

/** Fills a database that holds no person; false where it holds one. */
export async function seedDemo(database: Database, now: Date = new Date()): Promise<boolean> {
  if ((await database.person.count()) > 0) return false;
  const today = civilDateAt(now, timeZone);
  const hashes = await Promise.all(demoPeople.map(() => hashPassword(demoPassword)));
  await database.$transaction(async (transaction) => {
    for (const [index, { email, name, team, roles, beganDaysAgo }] of demoPeople.entries()) {
      const startDate = addDays(today, -beganDaysAgo);
      await transaction.person.create({
        data: {
          email,
          name,
          startDate,
          timeZone,
          demo: true,
          passwordHash: hashes[index] ?? null,
          team: { connectOrCreate: { where: { name: team }, create: { name: team } } },
          roles: { create: roles.map((role) => ({ role })) },
          assignments: { create: { pathSlug: onboardingPath, startDate } },
        },
      });
    }
    const manager = await transaction.person.findUniqueOrThrow({ where: { email: demoManager } });
    await transaction.person.updateMany({
      where: { email: { in: demoPeople.filter((one) => one.managed).map((one) => one.email) } },
      data: { managerId: manager.id },
    });
  });
  return true;
}
