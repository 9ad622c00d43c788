/**
 * Trouble with the database file itself: locked, read-only, full, unreadable. Such an error is
 * nobody's mistake; the visitor gets a sentence, keeps what they typed and can send it again.
 * Result codes: https://www.sqlite.org/rescode.html
 */
import { fail, ok, type Result } from "~/core/result";

export interface StorageProblem {
  readonly status: 503;
  /** For the visitor: what happened to what they sent, and what to do now. */
  readonly sentence: string;
  /** For the log: which kind of trouble. */
  readonly kind: "locked" | "read-only" | "full" | "unreadable";
}

const sentences: Readonly<Record<StorageProblem["kind"], string>> = {
  locked:
    "That was not saved: the records were busy for longer than we wait. Nothing is lost; send it again.",
  "read-only":
    "That was not saved: the records can be read just now, but not written. Keep this page open, tell your administrator, and send it again.",
  full: "That was not saved: there is no room left where the records are kept. Keep this page open, tell your administrator, and send it again.",
  unreadable:
    "That was not saved: the records could not be reached. Keep this page open, tell your administrator, and send it again.",
};

const kindOfCode: Readonly<Record<number, StorageProblem["kind"]>> = {
  5: "locked", // SQLITE_BUSY
  6: "locked", // SQLITE_LOCKED
  8: "read-only", // SQLITE_READONLY
  10: "unreadable", // SQLITE_IOERR
  11: "unreadable", // SQLITE_CORRUPT
  13: "full", // SQLITE_FULL
  14: "unreadable", // SQLITE_CANTOPEN
  26: "unreadable", // SQLITE_NOTADB
};

const kindOfName: readonly (readonly [RegExp, StorageProblem["kind"]])[] = [
  [/^SQLITE_(BUSY|LOCKED)/, "locked"],
  [/^SQLITE_READONLY/, "read-only"],
  [/^SQLITE_FULL/, "full"],
  [/^SQLITE_(IOERR|CORRUPT|CANTOPEN|NOTADB)/, "unreadable"],
];

/** P1008: a lock waited for in vain; P2024 and P2028: no turn on the connection in time. */
const kindOfPrismaCode: Readonly<Record<string, StorageProblem["kind"]>> = {
  P1008: "locked",
  P2024: "locked",
  P2028: "locked",
};

/** What libsql says of a file that it cannot open has the result code in its words alone. */
const unopened = /^ConnectionFailed\(".*: (\d+)"\)$/s;

/** The low byte of an extended result code is its primary code. */
const primaryCode = 0xff;

function field(thing: unknown, name: string): unknown {
  return typeof thing === "object" && thing !== null && name in thing
    ? (thing as Record<string, unknown>)[name]
    : undefined;
}

/** Prisma keeps the driver's error in `meta.driverAdapterError.cause`; libsql keeps its own in `cause`. */
function links(error: unknown): unknown[] {
  return [field(field(error, "meta"), "driverAdapterError"), field(error, "cause")].filter(
    (link) => link !== undefined,
  );
}

function kindOf(error: unknown): StorageProblem["kind"] | null {
  for (const name of ["originalCode", "extendedCode", "rawCode"]) {
    const code = Number(field(error, name));
    const kind = Number.isInteger(code) ? kindOfCode[code & primaryCode] : undefined;
    if (kind !== undefined) return kind;
  }
  const [, opening] = unopened.exec(String(field(error, "message"))) ?? [];
  if (opening !== undefined) return kindOfCode[Number(opening) & primaryCode] ?? "unreadable";
  const code = field(error, "code");
  if (typeof code !== "string") return null;
  return kindOfPrismaCode[code] ?? kindOfName.find(([pattern]) => pattern.test(code))?.[1] ?? null;
}

/** What to say where the database could not do its work; null where the error is something else. */
export function storageProblem(error: unknown): StorageProblem | null {
  let kind: StorageProblem["kind"] | null = null;
  // Breadth first, a few levels: an error that contains itself must not hold us.
  for (let level = [error], depth = 0; level.length > 0 && depth < 5; depth += 1) {
    kind ??= level.map(kindOf).find((found) => found !== null) ?? null;
    level = level.flatMap(links);
  }
  return kind === null ? null : { status: 503, sentence: sentences[kind], kind };
}

/** Runs `work`; where the database is in trouble the problem instead of an exception. */
export async function withStorage<Value>(
  work: () => Promise<Value>,
): Promise<Result<Value, StorageProblem>> {
  try {
    return ok(await work());
  } catch (error) {
    const problem = storageProblem(error);
    if (problem === null) throw error;
    return fail(problem);
  }
}
