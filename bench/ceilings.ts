/** What this machine can do at most in the same run: raw HTTP, and raw durable inserts. */
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { createClient } from "@libsql/client";
import { load } from "./load";

/** Pages a second of a bare Node server that answers with so many constant bytes. */
export async function rawHttp(
  bytes: number,
  connections: number,
  seconds: number,
): Promise<number> {
  const server = fork(fileURLToPath(new URL("./raw-http-server.ts", import.meta.url)), [
    String(bytes),
  ]);
  const [port] = (await once(server, "message")) as [number];
  const { rate } = await load(port, connections, seconds, async (connection) => {
    const from = performance.now();
    await connection.ask({ path: "/" });
    return performance.now() - from;
  });
  server.kill();
  return rate;
}

/** Single-row commits a second with WAL and `synchronous=FULL`. */
export async function rawDurableInserts(seconds: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "rapport-ceiling-"));
  const client = createClient({ url: `file:${join(folder, "raw.db")}` });
  await client.execute("PRAGMA journal_mode=WAL");
  await client.execute("PRAGMA synchronous=FULL");
  await client.execute("CREATE TABLE event (id INTEGER PRIMARY KEY, payload TEXT)");
  const payload = JSON.stringify({ type: "choice.made", scene: "opening", choice: "say-back" });
  const began = performance.now();
  let rows = 0;
  while (performance.now() - began < seconds * 1000) {
    await client.execute({ sql: "INSERT INTO event (payload) VALUES (?)", args: [payload] });
    rows += 1;
  }
  const rate = rows / ((performance.now() - began) / 1000);
  client.close();
  rmSync(folder, { recursive: true });
  return rate;
}
