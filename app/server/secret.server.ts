/** The secret that signs cookies: given by the operator, or made once and kept with the data. */
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { environment } from "~/server/env.server";
import { perProcess } from "~/server/per-process.server";

/** Beside the database. */
export function dataFolder(): string {
  return dirname(environment().databaseFile);
}

function keptSecret(): string {
  const file = join(dataFolder(), "session-secret");
  if (existsSync(file)) return readFileSync(file, "utf8").trim();
  mkdirSync(dirname(file), { recursive: true });
  const secret = randomBytes(48).toString("base64url");
  writeFileSync(file, secret, { mode: 0o600 });
  return secret;
}

export function sessionSecret(): string {
  return perProcess("session-secret", () => environment().sessionSecret ?? keptSecret());
}
