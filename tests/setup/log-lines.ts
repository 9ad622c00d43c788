/** What this process logs, line by line; called before anything is logged. */
import { newLog, type Log } from "~/server/log.server";
import { perProcess } from "~/server/per-process.server";

export function logLines(): string[] {
  const lines: string[] = [];
  perProcess<Log>("log", () => newLog({ write: (line) => void lines.push(line) }));
  return lines;
}
