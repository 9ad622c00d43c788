/**
 * What somebody sends after their sign-in has run out is kept for them, and for nobody else: not in
 * an address, a cookie or a log, but in the database under their name, until they are back and have
 * sent it, or for a day.
 */
import { createCookie } from "@remix-run/node";
import type { Permission } from "~/core/access/policy";
import type { Database } from "~/server/db.server";
import { environment } from "~/server/env.server";
import { log } from "~/server/log.server";
import { perProcess } from "~/server/per-process.server";
import { findSessionOwner } from "~/server/people/session.server";

const day = 24 * 60 * 60_000;
/** Characters of all fields together: the longest goal many times over. */
const longest = 32_000;
const never = ["password", "again"];

/** Forms with words that somebody may have thought about for a while. Their pages show them again. */
const kept: ReadonlySet<Permission> = new Set<Permission>(["attempt.answer", "lesson.answer"]);

/** Says only that there is something to look for, so that other pages need not ask. */
function marker() {
  return perProcess("kept-cookie", () =>
    createCookie("rapport-kept", {
      httpOnly: true,
      path: "/",
      sameSite: "lax",
      secure: environment().appUrl.startsWith("https:"),
      maxAge: day / 1000,
    }),
  );
}

function pathOf(request: Request): string {
  return new URL(request.url).pathname;
}

/** Keeps the form of a request whose session ran out, and says whether. Whatever goes wrong, the visitor signs in. */
export async function keepForm(
  database: Database,
  permission: Permission,
  request: Request,
): Promise<boolean> {
  if (request.method !== "POST" || !kept.has(permission)) return false;
  try {
    const personId = await findSessionOwner(database, request);
    if (personId === null) return false;
    const fields = [...(await request.formData())].filter(
      ([name, value]) => typeof value === "string" && !never.includes(name),
    );
    const text = JSON.stringify(fields);
    if (fields.length === 0 || text.length > longest) return false;
    const path = pathOf(request);
    const at = new Date();
    await database.keptForm.deleteMany({ where: { at: { lt: new Date(at.getTime() - day) } } });
    await database.keptForm.upsert({
      where: { personId_path: { personId, path } },
      update: { fields: text, at },
      create: { personId, path, fields: text, at },
    });
    return true;
  } catch {
    // No error is passed on: it might quote what was typed.
    log().warn("could not keep a form that came after its sign-in had run out");
    return false;
  }
}

/** For a sign-in: the cookie that makes pages look, where there is something kept for the person. */
export async function keptCookieFor(database: Database, email: string): Promise<string | null> {
  const count = await database.keptForm.count({ where: { person: { email } } });
  return count === 0 ? null : marker().serialize("1");
}

async function mayHaveKept(request: Request): Promise<boolean> {
  const value: unknown = await marker().parse(request.headers.get("cookie"));
  return value === "1";
}

/** What this person sent to this very address and was not saved; null nearly always. */
export async function readKeptForm(
  database: Database,
  personId: string,
  request: Request,
): Promise<FormData | null> {
  if (!(await mayHaveKept(request))) return null;
  const row = await database.keptForm.findUnique({
    where: {
      personId_path: { personId, path: pathOf(request) },
      at: { gte: new Date(Date.now() - day) },
    },
  });
  if (row === null) return null;
  const form = new FormData();
  for (const [name, value] of JSON.parse(row.fields) as [string, string][]) {
    form.append(name, value);
  }
  return form;
}

/** Something of it was saved: what is left of it is kept on, until its day is over. */
export async function settleKeptForm(
  database: Database,
  personId: string,
  request: Request,
  restOf: (kept: FormData) => FormData | null,
): Promise<void> {
  const kept = await readKeptForm(database, personId, request);
  if (kept === null) return;
  const rest = restOf(kept);
  if (rest === null) return dropKeptForm(database, personId, request);
  await database.keptForm.updateMany({
    where: { personId, path: pathOf(request) },
    data: { fields: JSON.stringify([...rest]) },
  });
}

/** It was sent again and saved, or something else was in its place. */
export async function dropKeptForm(
  database: Database,
  personId: string,
  request: Request,
): Promise<void> {
  if (!(await mayHaveKept(request))) return;
  await database.keptForm.deleteMany({ where: { personId, path: pathOf(request) } });
}
