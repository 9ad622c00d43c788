import type { Client } from "@libsql/client";

/** The one column of every row that a query finds, as text; fetched as bytes, since a hand may have edited it. */
export async function firstColumn(client: Client, sql: string): Promise<string[]> {
  const { rows } = await client.execute(
    `WITH asked(c) AS MATERIALIZED (${sql}) SELECT CAST(c AS BLOB) FROM asked`,
  );
  return rows.map(({ 0: cell }) =>
    cell instanceof ArrayBuffer ? Buffer.from(cell).toString("utf8") : "",
  );
}
