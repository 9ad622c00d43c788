import { createHash } from "node:crypto";

/** What the database keeps of a token: a copy of it opens nothing (tokens are random, so no salt is needed). */
export function digest(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
