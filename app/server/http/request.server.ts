/** What a request carries through Express to a loader: its id, its nonce and where it came from. */
import { randomBytes, randomUUID } from "node:crypto";
import type { RequestHandler, Response } from "express";

interface RequestFacts {
  readonly requestId: string;
  /** For the content security policy; new for every response. */
  readonly nonce: string;
  /** The caller's address, for limits and the audit. */
  readonly address: string;
}

declare module "@remix-run/node" {
  interface AppLoadContext extends RequestFacts {}
}

export const attachFacts: RequestHandler = (request, response, next) => {
  const facts: RequestFacts = {
    requestId: randomUUID(),
    nonce: randomBytes(16).toString("base64"),
    address: request.ip ?? "unknown",
  };
  Object.assign(response.locals, facts);
  response.setHeader("X-Request-Id", facts.requestId);
  next();
};

export function factsOf(response: Response): RequestFacts {
  return response.locals as RequestFacts;
}
