/**
 * Cross-site request forgery is refused here, once, for every mutation. Browsers say where a post
 * comes from in `Sec-Fetch-Site` (Fetch Metadata) and `Origin` (Fetch Standard, section 3.2).
 * A request with neither does not come from a browser's page and carries no one's cookie by accident.
 */
import type { RequestHandler } from "express";
import { isLoopback } from "~/server/env.server";
import { refuse } from "~/server/http/refusal.server";

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/** True for the same origin; loopback names of one port are one machine and count as one. */
export function isOwnOrigin(origin: string, appUrl: string): boolean {
  if (!URL.canParse(origin)) return false;
  const theirs = new URL(origin);
  const ours = new URL(appUrl);
  if (theirs.origin === ours.origin) return true;
  const bare = (host: string) => host.replace(/^\[|\]$/g, "");
  return (
    theirs.protocol === ours.protocol &&
    theirs.port === ours.port &&
    isLoopback(bare(theirs.hostname)) &&
    isLoopback(bare(ours.hostname))
  );
}

export function originCheck(appUrl: string): RequestHandler {
  return (request, response, next) => {
    if (safeMethods.has(request.method)) {
      next();
      return;
    }
    const site = request.get("sec-fetch-site");
    const origin = request.get("origin");
    const siteIsFine = site === undefined || site === "same-origin" || site === "none";
    const originIsFine = origin === undefined || isOwnOrigin(origin, appUrl);
    if (siteIsFine && originIsFine) {
      next();
      return;
    }
    refuse(
      response,
      403,
      "That came from another site",
      "Nothing was changed. Open Rapport in this window and try again there.",
    );
  };
}
