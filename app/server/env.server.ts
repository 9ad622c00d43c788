/**
 * The environment, parsed once at the start. A wrong value stops the start with a sentence that
 * names the variable, what was found and what is wanted.
 */
import { isIPv4 } from "node:net";
import { resolve } from "node:path";
import { z } from "zod";
import { fail, ok, type Result } from "~/core/result";

const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

interface Environment {
  readonly port: number;
  readonly host: string;
  /** Origin only, without a trailing slash. */
  readonly appUrl: string;
  readonly databaseUrl: string;
  /** Absolute path of the database file. */
  readonly databaseFile: string;
  readonly sessionSecret: string | null;
  /** Absolute path of the organisation's own content, laid over the shipped one. */
  readonly contentDir: string | null;
  /** Whether a saved file is in use at once; null leaves it to the way that the server was started. */
  readonly publish: "on-save" | "by-hand" | null;
  readonly smtpUrl: string | null;
  readonly logLevel: (typeof logLevels)[number];
  readonly production: boolean;
  /** Demo people may sign in although HOST is not a loopback address. */
  readonly demoAnywhere: boolean;
}

type Source = Readonly<Record<string, string | undefined>>;

/** True for this machine's own names: localhost, 127.0.0.0/8 (RFC 1122) and ::1 (RFC 4291). */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || (isIPv4(host) && host.startsWith("127."));
}

const portRange = "a whole number from 1 to 65535";

/** What else an address can hold would be left out in silence: the pages are at its root. */
function isOriginAlone(address: string): boolean {
  const { pathname, search, hash, username, password } = new URL(address);
  return pathname === "/" && [search, hash, username, password].every((part) => part === "");
}

const shape = z.object({
  PORT: z
    .string()
    .trim()
    .regex(/^\d{1,5}$/, portRange)
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65_535, portRange)
    .default(3000),
  HOST: z.string().min(1, "an address to listen on, as in 127.0.0.1").default("127.0.0.1"),
  APP_URL: z
    .url({
      protocol: /^https?$/,
      error: "an address, as in https://rapport.example.org",
      abort: true,
    })
    .refine(
      isOriginAlone,
      "an address without a path or a name to sign in with, as in https://rapport.example.org",
    )
    .optional(),
  DATABASE_URL: z
    .string()
    .refine((url) => !/^postgres(ql)?:/.test(url), {
      error: "a file: address; PostgreSQL is not supported yet",
      abort: true,
    })
    .refine((url) => /^file:.+/.test(url), {
      error: "a file: address, as in file:./data/rapport.db",
      abort: true,
    })
    .refine((url) => url !== "file::memory:", {
      error: "a file: address that names a file: what is in memory is gone with its process",
      abort: true,
    })
    // SQLite would read them as parts of an address, and not of the file's name.
    .refine(
      (url) => !/[?#%]/.test(url),
      "a file: address without ?, # or %, as in file:./data/rapport.db",
    )
    .default("file:./data/rapport.db"),
  SESSION_SECRET: z
    .string()
    .refine((secret) => secret.trim().length >= 32, "at least 32 characters that nobody can guess")
    .optional(),
  CONTENT_DIR: z.string().min(1, "a folder").optional(),
  PUBLISH: z.enum(["on-save", "by-hand"], "on-save or by-hand").optional(),
  SMTP_URL: z
    .url({
      protocol: /^smtps?$/,
      error: "an address, as in smtp://user:password@mail.example.org:587",
    })
    .optional(),
  LOG_LEVEL: z.enum(logLevels, `one of ${logLevels.join(", ")}`).default("info"),
  DEMO_SIGN_IN: z.enum(["loopback", "anywhere"], "loopback or anywhere").default("loopback"),
  NODE_ENV: z.string().default("development"),
});

const secretVariables = new Set(["SESSION_SECRET", "SMTP_URL"]);

/** The part of an address with which somebody signs in. */
const credentials = /\/\/.*@/s;

function sentence(name: string, found: string | undefined, wanted: string): string {
  const shown =
    found === undefined
      ? "nothing"
      : secretVariables.has(name)
        ? "something else"
        : `"${found.replace(credentials, "//…@")}"`;
  return `${name} should be ${wanted}; found ${shown}.`;
}

/** An empty value means "not set", as shells and compose files write it. */
function withoutEmpty(source: Source): Source {
  return Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value !== ""),
  );
}

/** Parses the environment; on failure the sentences, one for each wrong variable. */
export function parseEnvironment(
  source: Source,
  folder: string = process.cwd(),
): Result<Environment, readonly string[]> {
  const given = withoutEmpty(source);
  const parsed = shape.safeParse(given);
  if (!parsed.success) {
    return fail(
      parsed.error.issues.map((issue) => {
        const name = String(issue.path[0]);
        return sentence(name, given[name], issue.message);
      }),
    );
  }
  const env = parsed.data;
  const databaseFile = resolve(folder, env.DATABASE_URL.slice("file:".length));
  return ok({
    port: env.PORT,
    host: env.HOST,
    appUrl: new URL(env.APP_URL ?? `http://localhost:${env.PORT}`).origin,
    databaseUrl: `file:${databaseFile}`,
    databaseFile,
    sessionSecret: env.SESSION_SECRET ?? null,
    contentDir: env.CONTENT_DIR === undefined ? null : resolve(folder, env.CONTENT_DIR),
    publish: env.PUBLISH ?? null,
    smtpUrl: env.SMTP_URL ?? null,
    logLevel: env.LOG_LEVEL,
    production: env.NODE_ENV === "production",
    demoAnywhere: env.DEMO_SIGN_IN === "anywhere",
  });
}

let current: Environment | null = null;

/** The environment of this process; throws the sentences where it is wrong. */
export function environment(): Environment {
  if (current === null) {
    const parsed = parseEnvironment(process.env);
    if (!parsed.ok) throw new Error(parsed.problem.join("\n"));
    current = parsed.value;
  }
  return current;
}
