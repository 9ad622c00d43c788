/** What no page here can mean is refused before anything looks at it. */
import type { RequestHandler } from "express";
import { refuse } from "~/server/http/refusal.server";

const allowed = "GET, HEAD, POST";

function isText(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/** Pages are asked for and forms are posted; an address is text once its percent signs are read. */
export const requestShape: RequestHandler = (request, response, next) => {
  if (request.method === "OPTIONS") {
    response.status(204).set("Allow", allowed).end();
    return;
  }
  if (!allowed.split(", ").includes(request.method)) {
    response.set("Allow", allowed);
    refuse(
      response,
      405,
      "That cannot be done here",
      "Pages can be read, and forms sent. Nothing was changed.",
    );
    return;
  }
  if (!isText(request.path)) {
    refuse(
      response,
      400,
      "That address could not be read",
      "Something in it was cut off or mistyped. Check it, or start from your home page.",
    );
    return;
  }
  next();
};
