/** Sessions, kept in the database so that they can be ended. One query finds a person. */
import { randomBytes } from "node:crypto";
import { roles, type Role } from "~/core/access/policy";
import { readableDay } from "~/server/damaged-cells.server";
import { readCell, type Database, type Transaction } from "~/server/db.server";
import { Prisma } from "~/server/generated/prisma/client";
import { withoutBytes } from "~/server/json-rows.server";
import { log } from "~/server/log.server";
import { aboutPerson, appendAudit } from "~/server/people/audit.server";
import { demoMaySignIn } from "~/server/people/demo-sign-in.server";
import { deviceLabel } from "~/server/people/device-label.server";
import { clearedCookie, cookieFor, tokenOf } from "~/server/people/session-cookie.server";
import type { SignedIn } from "~/server/people/signed-in.server";
import { digest } from "~/server/people/token-digest.server";

const minute = 60_000;
const day = 24 * 60 * minute;
/** Without a request for so long, a session is over. */
const idleMinutes = { shared: 10, own: 14 * 24 * 60 } as const;
/** However busy it is, a session is over after so many days. */
const longestDays = { shared: 1, own: 90 } as const;

type Row = readonly [
  lastSeenAt: string,
  expiresAt: string,
  idleMinutes: number,
  id: string,
  name: string,
  email: string,
  timeZone: string,
  startDate: string,
  deactivatedAt: string | null,
  demo: number,
  roles: string | null,
];

const cells = Prisma.join(
  [
    ...['s."lastSeenAt"', 's."expiresAt"', 's."idleMinutes"', 'p."id"', 'p."name"', 'p."email"'],
    ...['p."timeZone"', 'p."startDate"', 'p."deactivatedAt"', 'p."demo"'],
  ].map((column) => withoutBytes(Prisma.raw(column))),
);

/** Prisma's own `include` makes three queries of this; every page pays for it. */
async function readSession(database: Database, sessionId: string): Promise<Row | null> {
  const found = await readCell(
    database,
    Prisma.sql`
    SELECT json_array(${cells},
      (SELECT group_concat(r."role") FROM "PersonRole" r WHERE r."personId" = p."id"))
    FROM "Session" s JOIN "Person" p ON p."id" = s."personId" WHERE s."id" = ${sessionId}`,
  );
  return typeof found === "string" ? (JSON.parse(found) as Row) : null;
}

function rolesOf(given: string | null): Role[] {
  const added = given?.split(",") ?? [];
  return roles.filter((role) => role === "learner" || added.includes(role));
}

/** When each session was last noted, so that a database that cannot be written is asked once a minute. */
const noted = new Map<string, number>();

function noteSeen(database: Database, sessionId: string, now: number): void {
  if (noted.size > 100_000) noted.clear();
  noted.set(sessionId, now);
  database.session
    .updateMany({ where: { id: sessionId }, data: { lastSeenAt: new Date(now) } })
    .catch((error: unknown) =>
      log().warn({ err: error }, "could not note that a session is in use"),
    );
}

export async function findSignedIn(
  database: Database,
  request: Request,
  now: number = Date.now(),
): Promise<SignedIn | null> {
  const token = await tokenOf(request);
  if (token === null) return null;
  const sessionId = digest(token);
  const row = await readSession(database, sessionId);
  if (row === null) return null;
  const [lastSeenAt, expiresAt, idleMinutes, id, name, email, timeZone, startDate, ...rest] = row;
  const [deactivatedAt, demo, added] = rest;
  if (deactivatedAt !== null) return null;
  if (Boolean(demo) && !demoMaySignIn()) return null;
  const seen = Math.max(Date.parse(lastSeenAt), noted.get(sessionId) ?? 0);
  const idle = now - seen;
  // Asked this way round, an instant or a length that cannot be read is one that is past.
  if (!(Date.parse(expiresAt) > now)) return null;
  if (!(idle <= idleMinutes * minute)) return null;
  if (idle > minute) noteSeen(database, sessionId, now);
  return {
    id,
    name,
    email,
    timeZone,
    startDate: readableDay(startDate),
    roles: rolesOf(added),
    sessionId,
  };
}

/** Whose session the cookie names, also where it ran out lately; null where it was ended on purpose. */
export async function findSessionOwner(
  database: Database,
  request: Request,
): Promise<string | null> {
  const token = await tokenOf(request);
  if (token === null) return null;
  const session = await database.session.findUnique({
    where: { id: digest(token), person: { deactivatedAt: null } },
    select: { personId: true },
  });
  return session?.personId ?? null;
}

export interface NewSession {
  /** On a machine that others use too. */
  readonly shared: boolean;
  /** The header; what is kept of it is a name of a browser and one of a system. */
  readonly userAgent?: string | null;
}

/** Starts a session and returns the `Set-Cookie` header for it. Sessions that ran out are cleared. */
export async function startSession(
  database: Database,
  personId: string,
  { shared, userAgent = null }: NewSession,
): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const kind = shared ? "shared" : "own";
  const now = Date.now();
  const expiresAt = new Date(now + longestDays[kind] * day);
  await database.session.deleteMany({
    // For a day it still says whose it was: see `kept-form.server.ts`.
    where: { expiresAt: { lte: new Date(now - day) } },
  });
  await database.session.create({
    data: {
      ...{ id: digest(token), personId, idleMinutes: idleMinutes[kind], expiresAt },
      device: deviceLabel(userAgent),
    },
  });
  return cookieFor(token, shared ? null : (longestDays[kind] * day) / 1000);
}

/** Ends a session in the database and returns the header that clears the cookie. */
export async function endSession(database: Database, sessionId: string): Promise<string> {
  await database.session.deleteMany({ where: { id: sessionId } });
  noted.delete(sessionId);
  return clearedCookie();
}

/** Where a person is signed in, the latest in use first; those that ran out are not. */
export async function sessionsOf(
  database: Database | Transaction,
  personId: string,
  now: Date = new Date(),
) {
  const rows = await database.session.findMany({
    where: { personId, expiresAt: { gt: now } },
    orderBy: { lastSeenAt: "desc" },
    select: { id: true, createdAt: true, lastSeenAt: true, idleMinutes: true, device: true },
  });
  return rows.filter((row) => now.getTime() - row.lastSeenAt.getTime() <= row.idleMinutes * minute);
}

/**
 * Ends a person's own sessions, or all but the one that they ask from; the audit knows of those that
 * had not run out by themselves, and of nothing where there were none.
 */
export async function endOwnSessions(
  database: Database,
  { personId, except, address }: { personId: string; except: string | null; address: string },
): Promise<number> {
  return database.$transaction(async (transaction) => {
    const open = await sessionsOf(transaction, personId);
    const sessionsEnded = open.filter(({ id }) => id !== except).length;
    await transaction.session.deleteMany({
      where: { personId, ...(except === null ? {} : { id: { not: except } }) },
    });
    if (sessionsEnded === 0) return 0;
    await appendAudit(transaction, { id: personId, address }, [
      {
        action: except === null ? "sessions.ended" : "sessions.ended-elsewhere",
        subject: aboutPerson(personId),
        detail: { sessionsEnded },
      },
    ]);
    return sessionsEnded;
  });
}

/** Signs a person out everywhere; the number of sessions that ended. */
export async function endSessionsOf(
  database: Database | Transaction,
  personId: string,
): Promise<number> {
  const { count } = await database.session.deleteMany({ where: { personId } });
  return count;
}
