/** One line for each request: what was asked, how it ended, how long it took. No query, no secret. */
import type { RequestHandler } from "express";
import { factsOf } from "~/server/http/request.server";
import { log } from "~/server/log.server";

/** Addresses that hold a one-time token in their second part. */
const secretPaths = /^\/(setup|set-password)\/[^/]+/;

export function loggablePath(path: string): string {
  return path.replace(secretPaths, "/$1/…");
}

export const requestLog: RequestHandler = (request, response, next) => {
  const began = performance.now();
  const path = loggablePath(request.path);
  response.on("close", () => {
    const line = {
      requestId: factsOf(response).requestId,
      method: request.method,
      path,
      status: response.statusCode,
      milliseconds: Math.round((performance.now() - began) * 10) / 10,
      ...(response.writableFinished ? {} : { aborted: true }),
    };
    if (response.statusCode >= 500) log().error(line, "request");
    else log().info(line, "request");
  });
  next();
};
