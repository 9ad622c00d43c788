/** The headers of every response: a policy without `unsafe-inline` and `unsafe-eval`, and its kin. */
import type { RequestHandler } from "express";
import { factsOf } from "~/server/http/request.server";

interface Options {
  readonly https: boolean;
  /** Vite's development client adds styles from script and talks over a web socket. */
  readonly development: boolean;
}

export const strictTransport = "max-age=31536000; includeSubDomains";

/** The policy for a nonce; directives as in Content Security Policy Level 3. */
function contentSecurityPolicy(nonce: string, { https, development }: Options): string {
  const directives: Record<string, string> = {
    "default-src": "'none'",
    "base-uri": "'none'",
    "connect-src": development ? "'self' ws:" : "'self'",
    "font-src": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    // The sign in the browser's tab is drawn in its own address.
    "img-src": "'self' data:",
    "manifest-src": "'self'",
    "object-src": "'none'",
    "script-src": `'self' 'nonce-${nonce}'`,
    "style-src": development ? "'self' 'unsafe-inline'" : "'self'",
  };
  const policy = Object.entries(directives).map(([name, value]) => `${name} ${value}`);
  if (https) policy.push("upgrade-insecure-requests");
  return policy.join("; ");
}

/** A file of ours opened by itself is a document, as a drawing is: it may be looked at, and nothing else. */
export const drawingPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";

/** For what is no document: opened by itself it may do nothing. */
export const nothingPolicy = "default-src 'none'; frame-ancestors 'none'";

export function securityHeaders(options: Options): RequestHandler {
  return (_request, response, next) => {
    response.setHeader(
      "Content-Security-Policy",
      contentSecurityPolicy(factsOf(response).nonce, options),
    );
    response.setHeader("X-Content-Type-Options", "nosniff");
    // Not `no-referrer`: with it Chromium sends `Origin: null` on a form post.
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    if (options.https) {
      response.setHeader("Strict-Transport-Security", strictTransport);
    }
    next();
  };
}
