/** Whether this process can serve: each check "ok" or in a word why not. No secrets, no paths. */
import { contentIsLoaded } from "~/server/content/catalogue.server";
import { db, type Database } from "~/server/db.server";
import { pendingMigrations } from "~/server/migrations.server";

interface Readiness {
  readonly database: string;
  readonly migrations: string;
  readonly content: string;
}

async function migrations(database: Database): Promise<string> {
  const pending = await pendingMigrations(database);
  return pending.length === 0 ? "ok" : `${pending.length} pending`;
}

export async function readiness(database: Database = db()): Promise<Readiness> {
  const reached = await database.$queryRaw`SELECT 1`.then(
    () => "ok",
    () => "unreachable",
  );
  const content = contentIsLoaded() ? "ok" : "not loaded";
  if (reached !== "ok") return { database: reached, migrations: "unknown", content };
  const applied = await migrations(database).catch(() => "unknown");
  return { database: reached, migrations: applied, content };
}
