/** The structured log: JSON lines on standard output. Never a secret, an answer or a typed word. */
import { pino, stdTimeFunctions, type DestinationStream } from "pino";
import { environment } from "~/server/env.server";
import { perProcess } from "~/server/per-process.server";

/** An error goes under `err`, where its message and stack are written: under another name it becomes `{}`. */
type Facts = Readonly<Record<string, unknown>> & { readonly error?: never };

interface Write {
  (facts: Facts, sentence: string): void;
  (sentence: string): void;
}

export interface Log {
  readonly info: Write;
  readonly warn: Write;
  readonly error: Write;
}

/** A log of its own; without a destination on standard output. */
export function newLog(destination?: DestinationStream): Log {
  const options = {
    level: environment().logLevel,
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  return pino(options, destination);
}

export function log(): Log {
  return perProcess("log", newLog);
}
