/** `npm run backup [-- --out FILE]`: a consistent copy of the database, while the server runs. */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { runOperatorsCommand } from "~/cli/operators-command";
import { defaultBackupFile, makeBackup, rowsInWords } from "~/server/operations/backup.server";
import { manifestOf } from "~/server/operations/manifest.server";

const usage = `Usage:
  npm run backup
  npm run backup -- --out FILE`;

function wanted(): { readonly out: string | undefined } | null {
  try {
    const { values } = parseArgs({ options: { out: { type: "string" } } });
    return values.out === "" ? null : { out: values.out };
  } catch {
    return null;
  }
}

async function backUp(databaseFile: string, call: { readonly out: string | undefined }) {
  const now = new Date();
  const out = resolve(call.out ?? defaultBackupFile(databaseFile, now));
  const made = await makeBackup({ databaseFile, out, now });
  if (!made.ok) {
    console.log(made.problem);
    return 1;
  }
  const { file, bytes, rows } = made.value;
  const size = (bytes / 1024 / 1024).toFixed(1);
  console.log(`Backed up to ${file} (${size} MB) – ${rowsInWords(rows)}.`);
  console.log(`Its checksum is in ${manifestOf(file)}: keep the two files together, elsewhere.`);
  console.log("Not in it: SESSION_SECRET, mail, and your own folder of content (CONTENT_DIR).");
  return 0;
}

await runOperatorsCommand({ usage, call: wanted(), carryOut: backUp });
