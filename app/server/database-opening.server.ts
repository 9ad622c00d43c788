/** What to say where the database cannot even be opened at a start. */
import { statSync } from "node:fs";
import { storageProblem } from "~/server/storage-problem.server";

const fileErrors: Readonly<Record<string, string>> = {
  EACCES: "this account may not write there",
  EEXIST: "a file is in the way of the folder",
  ENOENT: "the folder is not there and could not be made",
  ENOTDIR: "a file is in the way of the folder",
  EROFS: "that disk can only be read",
  ENOSPC: "that disk is full",
};

function isFolder(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isDirectory() === true;
}

function reason(error: unknown, file: string): string | null {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const known = fileErrors[code];
  if (known !== undefined) return known;
  switch (storageProblem(error)?.kind) {
    case "locked":
      return "another program holds it locked";
    case "read-only":
      return "it can be read, but not written";
    case "full":
      return "there is no room left on its disk";
    case "unreadable":
      if (isFolder(file)) return "it is a folder, and should be a file";
      return "it is damaged, it is not a database, or this account may not open it";
    case undefined:
      return null;
  }
}

/** A sentence for the operator; null where the error is something else, and so a bug. */
export function openingProblem(error: unknown, file: string): string | null {
  const why = reason(error, file);
  return why === null
    ? null
    : `The database ${file} could not be opened: ${why}. Nothing was changed. Mend that, or name another file in DATABASE_URL.`;
}
