/** The structured log: JSON lines on standard output. Never a secret, an answer or a typed word. */
import { pino, type Logger } from "pino";
import { environment } from "~/server/env.server";
import { perProcess } from "~/server/per-process.server";

export function log(): Logger {
  return perProcess("log", () =>
    pino({
      level: environment().logLevel,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    }),
  );
}
