/** Why the command could not run, in words: what the operating system says is not for trainers. */
import { stat } from "node:fs/promises";
import { CannotRun } from "./arguments";

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "is not there",
  EACCES: "may not be read or written by you",
  EPERM: "may not be read or written by you",
  ENOTDIR: "lies under something that is no folder",
  EISDIR: "is a folder, where a file is needed",
  ENOSPC: "cannot be written: the disk is full",
  EROFS: "cannot be written: the disk is read-only",
  ELOOP: "is a link that leads in a circle",
};

export function sentenceFor(problem: unknown): string {
  if (problem instanceof CannotRun) return problem.message;
  if (!(problem instanceof Error)) return "The content command could not run.";
  const { code, path } = problem as NodeJS.ErrnoException;
  const reason = code === undefined ? undefined : reasons[code];
  if (reason !== undefined && path !== undefined) {
    return `The content command could not run: ${path} ${reason}.`;
  }
  return `The content command could not run: ${problem.message}`;
}

/** Throws a sentence where `folder` is none that can be looked through. */
export async function mustBeFolder(folder: string): Promise<void> {
  const facts = await stat(folder).catch((problem: unknown) => {
    const { code } = problem as NodeJS.ErrnoException;
    if (code === "ENOENT") {
      throw new CannotRun(
        `The content command could not run: there is no folder ${folder}. Mend its name, or leave it out to check content/.`,
      );
    }
    throw problem;
  });
  if (facts.isDirectory()) return;
  throw new CannotRun(
    `The content command could not run: ${folder} is a file. Name the folder that holds behaviours.yml, courses and scenarios.`,
  );
}

/** Throws a sentence where `CONTENT_DIR` leads to nothing that can be laid over what is shipped. */
export async function mustBeOverlay(own: string): Promise<void> {
  const isFolder = await stat(own).then(
    (facts) => facts.isDirectory(),
    () => false,
  );
  if (isFolder) return;
  throw new CannotRun(
    `The content command could not run: CONTENT_DIR should be a folder of content; found ${own}. Create it, correct it, or leave CONTENT_DIR out.`,
  );
}

/** The contract's shape for a run that did not come to pass. */
export function failureAsJson(message: string): string {
  const diagnostic = {
    file: ".",
    line: 1,
    column: 1,
    rule: "file/unreadable",
    severity: "error",
    message,
    fix: null,
  };
  return JSON.stringify({ files: 0, errors: 1, warnings: 0, diagnostics: [diagnostic] }, null, 2);
}
