/** `npm run db:diff [-- NAME]`: prints the SQL that the schema needs, or writes it as a migration. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { migrationFolders, schemaDiff } from "~/server/migrations.server";

const name = process.argv[2];
const sql = await schemaDiff();
if (sql === "") {
  console.log("The migrations and prisma/schema.prisma agree.");
} else if (name === undefined) {
  console.log(sql);
} else {
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = join(migrationFolders().migrations, `${stamp}_${name}`);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "migration.sql"), sql);
  console.log(`Written: ${folder}/migration.sql`);
}
