/** `npm run restore FILE`: puts a backup in the place of the database, once everything in it was checked. */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { runOperatorsCommand } from "~/cli/operators-command";
import { rowsInWords } from "~/server/operations/backup.server";
import { restore, type Restored } from "~/server/operations/restore.server";

const usage = `Usage:
  npm run restore FILE
  npm run restore -- --despite-findings FILE`;

const MOST_SHOWN = 20;

function wanted() {
  try {
    const { values, positionals } = parseArgs({
      options: { "despite-findings": { type: "boolean", default: false } },
      allowPositionals: true,
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) return null;
    // Either of the two files that are a backup.
    const backup = resolve(file.replace(/\.json$/, ""));
    return { backup, despiteFindings: values["despite-findings"] };
  } catch {
    return null;
  }
}

function sayRestored(databaseFile: string, restored: Restored): void {
  const { manifest, aside, migrated, brokenAttempts, erasedAgain } = restored;
  console.log(`Restored to ${databaseFile}: as it was at ${manifest.madeAt}.`);
  console.log(`It holds ${rowsInWords(manifest.rows)}.`);
  if (migrated.length > 0) console.log(`Migrated: ${migrated.join(", ")}`);
  if (brokenAttempts > 0) {
    console.log(
      `The log of ${String(brokenAttempts)} role-play runs does not replay. They are kept, and their owners can start anew.`,
    );
  }
  if (erasedAgain > 0) {
    console.log(
      `Erased again, as they were since the backup was made: ${String(erasedAgain)} people.`,
    );
  }
  if (aside !== null) console.log(`The database that was there before is kept at ${aside}`);
  console.log("Everybody signs in anew. Start the server now.");
}

async function putBack(databaseFile: string, call: NonNullable<ReturnType<typeof wanted>>) {
  const restored = await restore({ ...call, databaseFile, now: new Date() });
  if (restored.ok) {
    sayRestored(databaseFile, restored.value);
    return 0;
  }
  console.log(`Not restored, and nothing was changed:`);
  for (const problem of restored.problem.slice(0, MOST_SHOWN)) console.log(`  ${problem}`);
  const more = restored.problem.length - MOST_SHOWN;
  if (more > 0) console.log(`  … and ${String(more)} more.`);
  return 1;
}

await runOperatorsCommand({ usage, call: wanted(), carryOut: putBack });
