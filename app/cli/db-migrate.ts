/** `npm run db:migrate`: applies the migrations that the database has not had yet. */
import { openDatabase } from "~/server/db.server";
import { environment } from "~/server/env.server";
import { applyMigrations } from "~/server/migrations.server";

const { databaseUrl } = environment();
const database = openDatabase(databaseUrl);
const applied = await applyMigrations(database, databaseUrl);
console.log(applied.length === 0 ? "Nothing to migrate." : `Migrated: ${applied.join(", ")}`);
await database.$disconnect();
