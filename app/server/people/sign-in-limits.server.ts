/** How often somebody may try to sign in, per account and per address; counted in the database. */
import { createHash } from "node:crypto";
import { RateLimiterPrisma, RateLimiterRes } from "rate-limiter-flexible";
import type { Database } from "~/server/db.server";

const windowSeconds = 15 * 60;
/** NIST SP 800-63B-4, 3.2.2 allows at most 100 failures in a row on an account. */
const triesPerAccount = 10;
/** A whole office may sit behind one address; only failures stay counted. */
const triesPerAddress = 100;

const accountPrefix = "sign-in-account";

interface Limits {
  readonly account: RateLimiterPrisma;
  readonly address: RateLimiterPrisma;
}

const made = new WeakMap<Database, Limits>();

function limitsOf(database: Database): Limits {
  const known = made.get(database);
  if (known !== undefined) return known;
  const limiter = (keyPrefix: string, points: number) =>
    new RateLimiterPrisma({
      storeClient: database,
      tableName: "rateLimiterFlexible",
      keyPrefix,
      points,
      duration: windowSeconds,
    });
  const limits = {
    account: limiter(accountPrefix, triesPerAccount),
    address: limiter("sign-in-address", triesPerAddress),
  };
  made.set(database, limits);
  return limits;
}

interface Caller {
  readonly email: string;
  readonly address: string;
}

/** The key says nothing to who reads the table: people type passwords into the wrong field. */
function accountKey({ email }: Caller): string {
  return createHash("sha256").update(email).digest("base64url");
}

/**
 * What counts as one address: of IPv6 the network, because a single line has a whole one (a /64,
 * RFC 6177) and could try from another address each time. IPv4 within IPv6 is IPv4.
 */
export function countedAddress(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined || !address.includes(":")) return mapped ?? address;
  const [head = "", tail] = (address.toLowerCase().split("%")[0] ?? "").split("::");
  const groups = head === "" ? [] : head.split(":");
  const after = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = Array.from({ length: Math.max(0, 8 - groups.length - after.length) }, () => "0");
  const network = [...groups, ...zeros, ...after].slice(0, 4);
  return `${network.map((group) => group.replace(/^0+(?=.)/, "")).join(":")}::/64`;
}

/** Where tries at this account are counted in the table. */
export function tryKeyOf(email: string): string {
  return `${accountPrefix}:${accountKey({ email, address: "" })}`;
}

export interface Lock {
  readonly milliseconds: number;
  /** What was locked by this very try, for the audit; null where it was locked before. */
  readonly locked: "account" | "address" | null;
}

/** Counts a try; how long to wait where there were too many, else null. */
export async function countTry(database: Database, caller: Caller): Promise<Lock | null> {
  const { account, address } = limitsOf(database);
  const tries = [
    ["address", triesPerAddress, () => address.consume(countedAddress(caller.address))],
    ["account", triesPerAccount, () => account.consume(accountKey(caller))],
  ] as const;
  for (const [what, most, count] of tries) {
    try {
      await count();
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      const locked = refusal.consumedPoints === most + 1 ? what : null;
      return { milliseconds: refusal.msBeforeNext, locked };
    }
  }
  return null;
}

/** After a success: the account starts anew, and the address gets its try back. */
export async function forgetTries(database: Database, caller: Caller): Promise<void> {
  const { account, address } = limitsOf(database);
  await account.delete(accountKey(caller));
  await address.reward(countedAddress(caller.address));
}
