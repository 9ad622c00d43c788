/** What the build made for the browser: scripts, styles, fonts and icons. */
import type { OutgoingHttpHeaders, ServerResponse } from "node:http";
import type { Readable } from "node:stream";
import type { RequestHandler } from "express";
import sirv from "sirv";
import { strictTransport } from "~/server/http/security-headers.server";
import { log } from "~/server/log.server";

/**
 * A file can be gone, or past opening, after the start: a build was made under the running server, or
 * the process has no descriptor left. That costs this one response, and not everybody's server.
 */
function surviveUnreadable(response: ServerResponse, pathname: string): void {
  response.once("pipe", (file: Readable) => {
    file.once("error", (error) => {
      log().error({ path: pathname, err: error }, "a built file could not be read");
      response.destroy();
    });
  });
}

/** A name that holds the hash of what is in it is never asked for again, so that nobody needs to know its age. */
function withoutAge(response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response);
  const whole = (status: number, headers: OutgoingHttpHeaders = {}) => {
    const others = { ...headers };
    delete others["Last-Modified"];
    return writeHead(status, others);
  };
  Object.assign(response, { writeHead: whole });
}

/** Opened by themselves these files show or run nothing, so that they need no policy. */
export function builtFiles(folder: string, https: boolean): RequestHandler {
  return sirv(folder, {
    brotli: true,
    gzip: true,
    setHeaders: (response, pathname) => {
      surviveUnreadable(response, pathname);
      response.setHeader("X-Content-Type-Options", "nosniff");
      response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
      if (https) response.setHeader("Strict-Transport-Security", strictTransport);
      const hashed = pathname.startsWith("/assets/") || pathname.startsWith("/fonts/");
      response.setHeader(
        "Cache-Control",
        hashed ? "public, max-age=31536000, immutable" : "public, max-age=3600",
      );
      if (hashed) withoutAge(response);
      // A font is compressed in itself.
      if (pathname.endsWith(".woff2")) response.removeHeader("Vary");
    },
  });
}
