import type { Client } from "@libsql/client";

/** The first column of every row that a statement gives, as text. */
export async function firstColumn(client: Client, sql: string): Promise<string[]> {
  const { rows } = await client.execute(sql);
  return rows.map((row) => {
    const [value] = Object.values(row);
    return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
  });
}
