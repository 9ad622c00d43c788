/** Where content comes from: the folder that is shipped, and the organisation's own laid over it. */
import { access, constants, stat } from "node:fs/promises";
import { join } from "node:path";
import { environment } from "~/server/env.server";

export interface ContentFolders {
  /** Absolute path of the content that comes with Rapport. */
  readonly shipped: string;
  /** Absolute path of `CONTENT_DIR`; a file there replaces or adds, by relative path. */
  readonly own: string | null;
}

export function shippedFolder(): string {
  return join(process.cwd(), "content");
}

export function contentFolders(): ContentFolders {
  return { shipped: shippedFolder(), own: environment().contentDir };
}

async function whyNot(folder: string): Promise<string | null> {
  try {
    if (!(await stat(folder)).isDirectory()) return "which is not a folder";
    await access(folder, constants.R_OK | constants.X_OK);
    return null;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === "ENOENT" || code === "ENOTDIR"
      ? "which is not there"
      : "which this account may not read";
  }
}

/** A sentence for the operator where a folder cannot be read; null where all is well. */
export async function folderProblem({ shipped, own }: ContentFolders): Promise<string | null> {
  const shippedProblem = await whyNot(shipped);
  if (shippedProblem !== null) {
    return `The content that comes with Rapport should be in "${shipped}", ${shippedProblem}. Start Rapport from its own folder, or put content/ back.`;
  }
  const ownProblem = own === null ? null : await whyNot(own);
  if (ownProblem !== null) {
    return `CONTENT_DIR should be a folder of content; found "${own ?? ""}", ${ownProblem}. Create it, correct it, or leave CONTENT_DIR out.`;
  }
  return null;
}
