/** One-time addresses: a random token that is shown once; the database keeps its hash. */
import { randomBytes } from "node:crypto";
import type { Database, Transaction } from "~/server/db.server";
import { digest } from "~/server/people/token-digest.server";

const hour = 60 * 60_000;
const hoursValid = { "first-admin": 24, "set-password": 7 * 24 } as const;
export type LinkPurpose = keyof typeof hoursValid;

interface NewLink {
  readonly purpose: LinkPurpose;
  /** Null for the first administrator, who is nobody yet. */
  readonly personId: string | null;
}

function newLink({ purpose, personId }: NewLink) {
  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(Date.now() + hoursValid[purpose] * hour);
  return { token, row: { id: digest(token), purpose, personId, expiresAt } };
}

/** Makes a link and returns its token; an earlier one for the same is worth nothing any more. */
export async function makeLink(
  database: Database | Transaction,
  { purpose, personId }: NewLink,
): Promise<string> {
  const { token, row } = newLink({ purpose, personId });
  await database.oneTimeLink.deleteMany({ where: { purpose, personId, usedAt: null } });
  await database.oneTimeLink.create({ data: row });
  return token;
}

/** The same for many people at once, in a few statements; the tokens in the order of the people. */
export async function makePasswordLinks(
  transaction: Transaction,
  personIds: readonly string[],
): Promise<string[]> {
  const purpose = "set-password";
  const links = personIds.map((personId) => newLink({ purpose, personId }));
  await transaction.oneTimeLink.deleteMany({
    where: { purpose, personId: { in: [...personIds] }, usedAt: null },
  });
  await transaction.oneTimeLink.createMany({ data: links.map(({ row }) => row) });
  return links.map(({ token }) => token);
}

export interface FoundLink {
  readonly id: string;
  readonly person: { readonly id: string; readonly email: string; readonly name: string } | null;
}

/** The link that a token opens; null where it never did, ran out, was used, or its person is gone. */
export async function findLink(
  database: Database,
  purpose: LinkPurpose,
  token: string,
): Promise<FoundLink | null> {
  return database.oneTimeLink.findFirst({
    where: {
      id: digest(token),
      purpose,
      usedAt: null,
      expiresAt: { gt: new Date() },
      OR: [{ personId: null }, { person: { deactivatedAt: null } }],
    },
    select: { id: true, person: { select: { id: true, email: true, name: true } } },
  });
}

/** What a token opens is gone, where nobody has used it. */
export async function endLink(database: Database, token: string): Promise<void> {
  await database.oneTimeLink.deleteMany({ where: { id: digest(token), usedAt: null } });
}

/** Spends a link; false where somebody else was quicker. */
export async function spendLink(transaction: Transaction, id: string): Promise<boolean> {
  const { count } = await transaction.oneTimeLink.updateMany({
    where: { id, usedAt: null, expiresAt: { gt: new Date() } },
    data: { usedAt: new Date() },
  });
  return count === 1;
}
