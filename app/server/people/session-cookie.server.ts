/** The cookie: a random token, signed. `__Host-` binds it to this host and to https. */
import { createCookie } from "@remix-run/node";
import { environment } from "~/server/env.server";
import { perProcess } from "~/server/per-process.server";
import { sessionSecret } from "~/server/secret.server";

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

/** Null for a cookie that is not there, was tampered with or does not parse. */
export async function tokenOf(request: Request): Promise<string | null> {
  const value: unknown = await cookie()
    .parse(request.headers.get("cookie"))
    .catch(() => null);
  return typeof value === "string" && value !== "" ? value : null;
}

/** Without a number of seconds the cookie goes when the browser closes. */
export function cookieFor(token: string, seconds: number | null): Promise<string> {
  return cookie().serialize(token, seconds === null ? {} : { maxAge: seconds });
}

export function clearedCookie(): Promise<string> {
  return cookie().serialize("", { maxAge: 0 });
}
