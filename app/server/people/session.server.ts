/** Sessions: a random token in a signed cookie; its hash, and nothing that signs anyone in, in the database. */
import { createHash, randomBytes } from "node:crypto";
import { createCookie } from "@remix-run/node";
import { roles, type Role } from "~/core/access/policy";
import { db } from "~/server/db.server";
import { environment } from "~/server/env.server";
import type { SignedIn } from "~/server/people/guard.server";
import { perProcess } from "~/server/per-process.server";
import { sessionSecret } from "~/server/secret.server";

const minute = 60_000;

function cookie() {
  return perProcess("session-cookie", () => {
    const secure = environment().appUrl.startsWith("https:");
    return createCookie(secure ? "__Host-rapport" : "rapport", {
      httpOnly: true,
      path: "/",
      sameSite: "lax",
      secure,
      secrets: [sessionSecret()],
    });
  });
}

function digest(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

async function tokenOf(request: Request): Promise<string | null> {
  // A cookie that was tampered with parses to null: the visitor is simply not signed in.
  const value: unknown = await cookie()
    .parse(request.headers.get("cookie"))
    .catch(() => null);
  return typeof value === "string" ? value : null;
}

function rolesOf(rows: readonly { role: string }[]): Role[] {
  return roles.filter((role) => role === "learner" || rows.some((row) => row.role === role));
}

export async function findSignedIn(request: Request): Promise<SignedIn | null> {
  const token = await tokenOf(request);
  if (token === null) return null;
  const session = await db().session.findUnique({
    where: { id: digest(token) },
    include: { person: { include: { roles: true } } },
  });
  const now = Date.now();
  if (session === null || session.person.deactivatedAt !== null) return null;
  const idleSince = now - session.lastSeenAt.getTime();
  if (session.expiresAt.getTime() <= now || idleSince > session.idleMinutes * minute) return null;
  if (idleSince > minute) {
    await db().session.updateMany({
      where: { id: session.id },
      data: { lastSeenAt: new Date(now) },
    });
  }
  const { person } = session;
  return {
    id: person.id,
    name: person.name,
    email: person.email,
    timeZone: person.timeZone,
    startDate: person.startDate,
    roles: rolesOf(person.roles),
    sessionId: session.id,
  };
}

/** Starts a session and returns the `Set-Cookie` header for it. */
export async function startSession(
  personId: string,
  { idleMinutes, days }: { readonly idleMinutes: number; readonly days: number },
): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(Date.now() + days * 24 * 60 * minute);
  await db().session.create({ data: { id: digest(token), personId, idleMinutes, expiresAt } });
  return cookie().serialize(token);
}

/** Ends a session in the database and returns the header that clears the cookie. */
export async function endSession(sessionId: string): Promise<string> {
  await db().session.deleteMany({ where: { id: sessionId } });
  return cookie().serialize("", { maxAge: 0 });
}
