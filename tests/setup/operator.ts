/** The operator's commands, as npm runs them, on a database of the test's own. */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";

export interface Ended {
  /** Null where it was killed. */
  readonly code: number | null;
  readonly said: string;
}

export interface Running {
  readonly process: ChildProcess;
  readonly ended: Promise<Ended>;
}

export function startCommand(
  command: "backup" | "restore" | "people",
  args: readonly string[],
  databaseFile: string,
  env: Readonly<Record<string, string>> = {},
): Running {
  const child = spawn(process.execPath, ["--import", "tsx", `app/cli/${command}.ts`, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, VITEST: undefined, DATABASE_URL: `file:${databaseFile}`, ...env },
  });
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const ended = once(child, "close").then(([code]) => ({ code: code as number | null, said }));
  return { process: child, ended };
}

export function runCommand(...call: Parameters<typeof startCommand>): Promise<Ended> {
  return startCommand(...call).ended;
}
