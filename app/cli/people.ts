/**
 * `npm run people -- add-admin EMAIL NAME`: an administrator, from the server's own command line.
 * `npm run people -- set-password EMAIL`: a one-time address for somebody who is locked out.
 */
import { runOperatorsCommand } from "~/cli/operators-command";
import type { Result } from "~/core/result";
import { openDatabase, type Database } from "~/server/db.server";
import { environment } from "~/server/env.server";
import { applyMigrations } from "~/server/migrations.server";
import { addAdmin, passwordAddressFor } from "~/server/people/operator.server";

const usage = `Usage:
  npm run people -- add-admin EMAIL NAME
  npm run people -- set-password EMAIL`;

/** What is asked for: a one-time address, or the sentence that says why there is none. */
type Call = (database: Database) => Promise<Result<string, string>>;

function callIn([command, email, ...words]: readonly string[]): Call | null {
  if (email === undefined) return null;
  if (command === "add-admin" && words.length > 0) {
    return (database) => addAdmin(database, email, words.join(" "));
  }
  if (command === "set-password" && words.length === 0) {
    return (database) => passwordAddressFor(database, email);
  }
  return null;
}

async function carryOut(_databaseFile: string, call: Call): Promise<0 | 1> {
  const { databaseUrl } = environment();
  const database = openDatabase(databaseUrl);
  try {
    await applyMigrations(database, databaseUrl);
    const made = await call(database);
    console.log(made.ok ? `Set the password here, once: ${made.value}` : made.problem);
    return made.ok ? 0 : 1;
  } finally {
    await database.$disconnect();
  }
}

await runOperatorsCommand({ usage, call: callIn(process.argv.slice(2)), carryOut });
