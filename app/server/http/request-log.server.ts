/** One line for each request: what was asked, how it ended, how long it took. No query, no secret. */
import type { RequestHandler } from "express";
import { factsOf } from "~/server/http/request.server";
import { comparable } from "~/server/http/sections.server";
import { log } from "~/server/log.server";

/** First parts of addresses that hold a one-time token in their second. */
const beforeSecrets: ReadonlySet<string> = new Set(["setup", "set-password"]);

/** The path with an ellipsis for a token; its page is found however the first part is written. */
export function loggablePath(path: string): string {
  const parts = path.split("/");
  const [first, second] = [...parts.keys()].filter((at) => parts[at] !== "");
  if (first === undefined || second === undefined) return path;
  return beforeSecrets.has(comparable(parts[first] ?? ""))
    ? parts.with(second, "…").join("/")
    : path;
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
