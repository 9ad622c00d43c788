/** Reads an event back from storage, where it is only text. */
import { z } from "zod";
import type { AttemptEvent } from "./attempt";

const attemptEventSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("attempt.started") }),
  z.object({ type: z.literal("choice.made"), scene: z.string(), choice: z.string() }),
]);

/** Null where the stored value is not an event of any kind that we know. */
export function readAttemptEvent(stored: unknown): AttemptEvent | null {
  const parsed = attemptEventSchema.safeParse(stored);
  return parsed.success ? parsed.data : null;
}
