/** Text that is no UTF-8, in cells of a database, as a hand may have left it. */
import type { Database } from "~/server/db.server";

/** Of one table: columns, and in which rows. */
export interface Damage {
  readonly table: string;
  readonly columns: readonly string[];
  /** A condition in SQL. */
  readonly whose: string;
}

/** One column after another. */
export const each = (table: string, whose: string, columns: readonly string[]): Damage[] =>
  columns.map((column) => ({ table, whose, columns: [column] }));

/** Damages the cells, looks, and puts back what stood there. */
export async function whileDamaged<Found>(
  database: Database,
  { table, columns, whose }: Damage,
  look: () => Promise<Found>,
) {
  const names = columns.map((column) => `"${column}"`);
  const sql = (statement: string) => database.$executeRawUnsafe(statement);
  await sql(
    `CREATE TABLE "Before" AS SELECT rowid AS "row", ${names.join(", ")} FROM "${table}" WHERE ${whose}`,
  );
  const these = `WHERE rowid IN (SELECT "row" FROM "Before")`;
  const bytes = () =>
    database.$queryRawUnsafe(
      `SELECT ${names.map((name) => `hex(${name}) AS ${name}`).join(", ")} FROM "${table}" ${these}`,
    );
  const spoil = names.map((name) => `${name} = CAST(X'61FF' || rowid AS TEXT)`);
  const written = await sql(`UPDATE "${table}" SET ${spoil.join(", ")} ${these}`);
  const before = await bytes();
  const found = await look();
  const after = await bytes();
  const mend = names.map(
    (name) => `${name} = (SELECT b.${name} FROM "Before" b WHERE b."row" = "${table}".rowid)`,
  );
  await sql(`UPDATE OR REPLACE "${table}" SET ${mend.join(", ")} ${these}`);
  await sql(`DROP TABLE "Before"`);
  return { found, written, before, after };
}
