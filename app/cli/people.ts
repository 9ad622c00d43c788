/**
 * `npm run people -- add-admin EMAIL NAME`: an administrator, from the server's own command line.
 * `npm run people -- set-password EMAIL`: a one-time address for somebody who is locked out.
 */
import { openDatabase } from "~/server/db.server";
import { environment } from "~/server/env.server";
import { applyMigrations } from "~/server/migrations.server";
import { addAdmin, passwordAddressFor } from "~/server/people/operator.server";

const usage = `Usage:
  npm run people -- add-admin EMAIL NAME
  npm run people -- set-password EMAIL`;

const [command, email, ...words] = process.argv.slice(2);
const { databaseUrl } = environment();
const database = openDatabase(databaseUrl);
await applyMigrations(database, databaseUrl);

if (command === "add-admin" && email !== undefined && words.length > 0) {
  const added = await addAdmin(database, email, words.join(" "));
  console.log(added.ok ? `Set the password here, once: ${added.value}` : added.problem);
  process.exitCode = added.ok ? 0 : 1;
} else if (command === "set-password" && email !== undefined && words.length === 0) {
  const made = await passwordAddressFor(database, email);
  console.log(made.ok ? `Set the password here, once: ${made.value}` : made.problem);
  process.exitCode = made.ok ? 0 : 1;
} else {
  console.log(usage);
  process.exitCode = 2;
}
await database.$disconnect();
