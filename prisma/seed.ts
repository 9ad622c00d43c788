/** `npx tsx prisma/seed.ts`: the demo organisation in an empty database, for tests and by hand. */
import { openDatabase } from "~/server/db.server";
import { environment } from "~/server/env.server";
import { applyMigrations } from "~/server/migrations.server";
import { seedDemo } from "~/server/people/demo.server";

const { databaseUrl } = environment();
const database = openDatabase(databaseUrl);
await applyMigrations(database, databaseUrl);
const seeded = await seedDemo(database);
process.stdout.write(
  seeded ? "The demo organisation is in.\n" : "There are people already; nothing was added.\n",
);
await database.$disconnect();
