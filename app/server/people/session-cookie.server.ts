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

/** Tokens whose signature was checked in this process, by the header they came in. */
const checked = new Map<string, string>();
const mostChecked = 10_000;
/** Characters; a header with more than our own cookie in it is not worth keeping. */
const longestKept = 400;

/** Null for a cookie that is not there, was tampered with or does not parse. */
export async function tokenOf(request: Request): Promise<string | null> {
  const header = request.headers.get("cookie");
  if (header === null) return null;
  const known = checked.get(header);
  if (known !== undefined) return known;
  const value: unknown = await cookie()
    .parse(header)
    .catch(() => null);
  if (typeof value !== "string" || value === "") return null;
  if (checked.size >= mostChecked) checked.clear();
  if (header.length <= longestKept) checked.set(header, value);
  return value;
}

/** Without a number of seconds the cookie goes when the browser closes. */
export function cookieFor(token: string, seconds: number | null): Promise<string> {
  return cookie().serialize(token, seconds === null ? {} : { maxAge: seconds });
}

export function clearedCookie(): Promise<string> {
  return cookie().serialize("", { maxAge: 0 });
}
