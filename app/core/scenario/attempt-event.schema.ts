/** Reads an event back from storage, where it is only text. */
import { z } from "zod";
import { timeSettings, type AttemptEvent } from "./attempt-event";

const value = z.union([z.number(), z.boolean(), z.string()]);

const attemptEventSchema = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("attempt.started"),
    draws: z.record(z.string(), value).optional(),
    time: z.enum(timeSettings).optional(),
  }),
  z.object({ type: z.literal("choice.made"), scene: z.string(), choice: z.string() }),
  z.object({
    type: z.literal("reply.typed"),
    scene: z.string(),
    row: z.string(),
    phrase: z.string().nullable(),
    words: z.string().nullable(),
  }),
  z.object({ type: z.literal("time.ranOut"), scene: z.string() }),
  z.object({ type: z.literal("attempt.rewound"), to: z.int().positive() }),
]);

/** Null where the stored value is not an event of any kind that we know. */
export function readAttemptEvent(stored: unknown): AttemptEvent | null {
  const parsed = attemptEventSchema.safeParse(stored);
  return parsed.success ? parsed.data : null;
}
