/** Passwords at rest: argon2id by @node-rs/argon2. */
import { hash, parseOptions, verify } from "@node-rs/argon2";
import { perProcess } from "~/server/per-process.server";

/** OWASP Password Storage Cheat Sheet, argon2id: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** NIST SP 800-63B-4, 3.1.1.2: the same characters however the keyboard composed them. */
function normal(password: string): string {
  return password.normalize("NFKC");
}

export function hashPassword(password: string): Promise<string> {
  return hash(normal(password), cost);
}

/** True where the hash was made with another cost than today's. */
export function needsRehash(stored: string): boolean {
  const made = parseOptions(stored);
  return (
    made.memoryCost !== cost.memoryCost ||
    made.timeCost !== cost.timeCost ||
    made.parallelism !== cost.parallelism
  );
}

/**
 * Costs the same whether there is a hash or not: without one, a password nobody has is checked,
 * so that the time taken does not tell which accounts exist.
 */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const nobodys = await perProcess("nobodys-password", () => hashPassword("nobody has this one"));
  const matches = await verify(stored ?? nobodys, normal(password)).catch(() => false);
  return stored !== null && matches;
}
