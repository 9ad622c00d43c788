/** Everything between "the build is there" and "it answers": migrations, secret, demo data, listening. */
import { mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import type { ServerBuild } from "@remix-run/node";
import type { RequestHandler } from "express";
import { startContent } from "~/server/content/start.server";
import { db, holdOpen } from "~/server/db.server";
import { openingProblem } from "~/server/database-opening.server";
import { environment, parseEnvironment } from "~/server/env.server";
import { createApp } from "~/server/http/app.server";
import type { RefusalPage } from "~/server/http/refusal.server";
import { listen, onStopSignal, stop } from "~/server/http/listen.server";
import { forgetErased } from "~/server/operations/forget.server";
import { applyMigrations } from "~/server/migrations.server";
import { perProcess } from "~/server/per-process.server";
import { finishInviting } from "~/server/people/invite-all.server";
import { prepareAccounts, sayHowToSignIn, secretProblem } from "~/server/people/opening.server";

export interface RunOptions {
  readonly build: ServerBuild | (() => Promise<ServerBuild>);
  readonly developmentServer?: RequestHandler;
  readonly refusalPage?: RefusalPage;
  /** Fill an empty database with the demo organisation, and keep a secret with the data. */
  readonly demo: boolean;
  readonly say: (sentence: string) => void;
}

/** Which file it is, whatever it is called; null where there is none. */
function fileNumber(file: string): number | null {
  return statSync(file, { throwIfNoEntry: false })?.ino ?? null;
}

/** Kept as long as the process runs: nobody may replace the file meanwhile. */
function heldDatabase(): Promise<() => void> {
  return perProcess("held-database", () => holdOpen(environment().databaseUrl));
}

/** Migrations, then accounts; a sentence where the database cannot be opened. */
async function prepareDatabase(options: RunOptions): Promise<string | null> {
  const { databaseUrl, databaseFile } = environment();
  try {
    mkdirSync(dirname(databaseFile), { recursive: true });
    const before = fileNumber(databaseFile);
    await heldDatabase();
    if (before !== null && before !== fileNumber(databaseFile)) {
      // Held back by a restore, this process may have opened the file that was set aside.
      return "The database was replaced while Rapport was starting. Start it again.";
    }
    const migrated = await applyMigrations(db(), databaseUrl);
    if (migrated.length > 0) options.say(`Migrated the database: ${migrated.join(", ")}`);
    await prepareAccounts(db(), options);
    await forgetErased(db());
    return null;
  } catch (error) {
    const problem = openingProblem(error, databaseFile);
    if (problem === null) throw error;
    return problem;
  }
}

/** Runs the server; the result is the exit code where it could not start, null where it listens. */
export async function runServer(options: RunOptions): Promise<number | null> {
  const { say } = options;
  // What is written from here on (the database, mail, the kept secret) is its owner's alone.
  process.umask(0o077);
  const parsed = parseEnvironment(process.env);
  if (!parsed.ok) {
    for (const problem of parsed.problem) say(problem);
    return 1;
  }
  const withoutSecret = secretProblem(options.demo);
  if (withoutSecret !== null) {
    say(withoutSecret);
    return 1;
  }
  const { host, port } = environment();
  const unopened = await prepareDatabase(options);
  if (unopened !== null) {
    say(unopened);
    return 1;
  }
  const publishing = environment().publish ?? (options.demo ? "on-save" : "by-hand");
  const content = await startContent(publishing, say);
  if (content === null) return 1;
  const listening = await listen(createApp(options), host, port);
  if (!listening.ok) {
    say(listening.problem);
    await content.stop();
    return 1;
  }
  onStopSignal(async () => {
    say("Stopping: finishing what is under way.");
    await content.stop();
    await stop(listening.value);
    await finishInviting();
    const letGo = await heldDatabase();
    letGo();
    await db().$disconnect();
  });
  say(`Rapport is at ${environment().appUrl}`);
  await sayHowToSignIn(db(), options);
  return null;
}
