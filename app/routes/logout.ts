import { redirect } from "@remix-run/node";
import { paths } from "~/paths";
import { db } from "~/server/db.server";
import { guarded, open } from "~/server/people/guard.server";
import { endSession } from "~/server/people/session.server";

/** Signing out is a post; who comes by the address alone goes home. */
export const loader = open(() => redirect(paths.home()));

export const action = guarded("session.end", async ({ person }) =>
  redirect(paths.login(), { headers: { "Set-Cookie": await endSession(db(), person.sessionId) } }),
);
