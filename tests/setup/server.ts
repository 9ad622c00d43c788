/** A real server out of `build/`, in a process of its own, on a port and a database of its own. */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface RunningServer {
  readonly url: string;
  readonly port: number;
  readonly databaseUrl: string;
  readonly folder: string;
  readonly process: ChildProcess;
  /** All it has printed so far. */
  readonly output: () => string;
  /** SIGTERM, and waits for the end; returns the exit code. */
  readonly stop: () => Promise<number | null>;
  /** Removes the folder with the data. */
  readonly remove: () => void;
}

export interface ServerOptions {
  /** `start` and `dev` bring the demo organisation; `serve` is production without it. */
  readonly command?: keyof typeof commands;
  readonly env?: Readonly<Record<string, string>>;
  /** A folder of an earlier run, to start again on its data. */
  readonly folder?: string;
  readonly port?: number;
  /** For Node itself, as in --cpu-prof. */
  readonly nodeArguments?: readonly string[];
}

/** As the scripts of package.json run them. */
const thrifty = [
  "--max-semi-space-size=8",
  "--heap-growing-percent=50",
  "--no-parallel-scavenge",
] as const;
export const commands = {
  start: [...thrifty, "--import", "tsx", "app/cli/start.ts"],
  serve: [...thrifty, "app/cli/serve.js"],
  dev: ["--import", "tsx", "app/cli/dev.ts"],
} as const;

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("No port was given.");
  return address.port;
}

async function untilReady(url: string, child: ChildProcess, output: () => string): Promise<void> {
  const deadline = Date.now() + 150_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`The server ended early:\n${output()}`);
    const answer = await fetch(`${url}/ready`).catch(() => null);
    if (answer?.ok === true) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The server was not ready in 150 seconds:\n${output()}`);
}

export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), "rapport-server-"));
  const port = options.port ?? (await freePort());
  const url = `http://localhost:${String(port)}`;
  const databaseUrl = `file:${join(folder, "rapport.db")}`;
  const child = spawn(
    process.execPath,
    [...(options.nodeArguments ?? []), ...commands[options.command ?? "start"]],
    {
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        ...process.env,
        NODE_ENV: "production",
        VITEST: undefined,
        PORT: String(port),
        APP_URL: url,
        DATABASE_URL: databaseUrl,
        SESSION_SECRET: "a secret for tests, and only for tests",
        ...options.env,
      },
    },
  );
  const printed: string[] = [];
  child.stdout.on("data", (chunk: Buffer) => printed.push(chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => printed.push(chunk.toString()));
  const output = () => printed.join("");
  await untilReady(url, child, output);
  return {
    url,
    port,
    databaseUrl,
    folder,
    process: child,
    output,
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill("SIGTERM");
        await once(child, "exit");
      }
      return child.exitCode;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
