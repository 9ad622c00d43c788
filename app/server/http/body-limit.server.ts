/** How large a body may be. A browser always states the length of a form; what does not is refused. */
import type { RequestHandler } from "express";
import { refuse } from "~/server/http/refusal.server";

/**
 * Bytes. A goal, a reflection or an answer fits many times over; so does nearly everything that somebody
 * pastes into its field by mistake, which then comes back with a sentence and can be shortened there. A
 * pasted list of people is larger.
 */
const usualLimit = 256 * 1024;
const limits: readonly (readonly [prefix: string, bytes: number])[] = [
  // A list as long as its form takes, in a script of which each letter is nine bytes of a form.
  ["/admin/people/import", 4 * 1024 * 1024],
  ["/admin", 512 * 1024],
];

export function bodyLimitFor(path: string): number {
  return (
    limits.find(([prefix]) => path === prefix || path.startsWith(`${prefix}/`))?.[1] ?? usualLimit
  );
}

export const bodyLimit: RequestHandler = (request, response, next) => {
  if (request.headers["transfer-encoding"] !== undefined) {
    response.set("Connection", "close");
    refuse(response, 411, "That could not be read", "Send the form with its length stated.");
    return;
  }
  const length = Number(request.headers["content-length"] ?? 0);
  if (length > bodyLimitFor(request.path)) {
    response.set("Connection", "close");
    refuse(
      response,
      413,
      "That is too long",
      "Nothing was saved. Go back, shorten what you wrote, and send it again.",
    );
    return;
  }
  next();
};
