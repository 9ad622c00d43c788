/** How often somebody may try to sign in, per account and per address; counted in the database. */
import { createHash } from "node:crypto";
import { RateLimiterPrisma, RateLimiterRes } from "rate-limiter-flexible";
import type { Database } from "~/server/db.server";

const windowSeconds = 15 * 60;
/** NIST SP 800-63B-4, 3.2.2 allows at most 100 failures in a row on an account. */
const triesPerAccount = 10;
/** A whole office may sit behind one address; only failures stay counted. */
const triesPerAddress = 100;

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
    account: limiter("sign-in-account", triesPerAccount),
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

/** Counts a try; the result is the milliseconds to wait where there were too many, else null. */
export async function countTry(database: Database, caller: Caller): Promise<number | null> {
  const { account, address } = limitsOf(database);
  try {
    await address.consume(caller.address);
    await account.consume(accountKey(caller));
    return null;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return refusal.msBeforeNext;
    throw refusal;
  }
}

/** After a success: the account starts anew, and the address gets its try back. */
export async function forgetTries(database: Database, caller: Caller): Promise<void> {
  const { account, address } = limitsOf(database);
  await account.delete(accountKey(caller));
  await address.reward(caller.address);
}
