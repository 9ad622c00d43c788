/** What a start does about accounts: the demo organisation, or a way in for the first administrator. */
import { paths } from "~/paths";
import type { Database } from "~/server/db.server";
import { environment } from "~/server/env.server";
import { demoMaySignIn } from "~/server/people/demo-sign-in.server";
import { demoPassword } from "~/server/people/demo-people.server";
import { seedDemo } from "~/server/people/demo.server";
import { makeSetupToken } from "~/server/people/first-admin.server";

const demoRoles = ["learner", "trainer", "manager", "admin"];

interface Opening {
  readonly demo: boolean;
  readonly say: (sentence: string) => void;
}

/** The sentence that stops a start in production without a secret; null where all is well. */
export function secretProblem(demo: boolean): string | null {
  if (demo || environment().sessionSecret !== null) return null;
  return "SESSION_SECRET should be at least 32 characters that nobody can guess; found nothing. Make one with: openssl rand -base64 48";
}

async function sayDemoSignIns(database: Database, { say }: Opening): Promise<void> {
  const emails = demoRoles.map((role) => `${role}@rapport.test`);
  const there = await database.person.findMany({
    where: { demo: true, deactivatedAt: null, email: { in: emails } },
    select: { email: true },
  });
  if (there.length === 0) return;
  if (!demoMaySignIn()) {
    say(
      "Demo people do not sign in here, because HOST is not a loopback address (DEMO_SIGN_IN=anywhere lets them).",
    );
    return;
  }
  say(`Demo sign-ins, all with the password "${demoPassword}":`);
  for (const email of emails.filter((one) => there.some((person) => person.email === one))) {
    say(`  ${email}`);
  }
}

/** Fills an empty database where that was asked for; before anybody can come in. */
export async function prepareAccounts(database: Database, { demo, say }: Opening): Promise<void> {
  if (demo && (await seedDemo(database))) {
    say("Filled the empty database with the demo organisation.");
  }
}

/**
 * Says what whoever started the server needs to sign in. Only once it listens: a start that fails
 * must not make the address void that an earlier one printed.
 */
export async function sayHowToSignIn(database: Database, opening: Opening): Promise<void> {
  const token = await makeSetupToken(database);
  if (token !== null) {
    const address = environment().appUrl + paths.setup(token);
    opening.say(
      `There is no administrator yet. Set one up here, once, within 24 hours: ${address}`,
    );
  }
  await sayDemoSignIns(database, opening);
}
