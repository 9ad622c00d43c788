/**
 * `content publish [SLUG…]` and `content rollback SLUG`: says what it would mean, asks, and then
 * switches everybody at once. A running server follows within a second.
 */
import { createInterface } from "node:readline/promises";
import type { Verdict } from "~/core/publishing/impact";
import type { Result } from "~/core/result";
import { pieceNames, type PlannedPiece } from "~/core/publishing/planned-piece";
import { loadContent, contentStore } from "~/server/content/catalogue.server";
import { planOf, publishPlan, wayBack, type PublishPlan } from "~/server/content/publish.server";
import { db } from "~/server/db.server";
import { environment } from "~/server/env.server";
import { applyMigrations } from "~/server/migrations.server";

interface PublishCommand {
  /** Nothing means everything that waits. */
  readonly slugs: readonly string[];
  /** Publish this stored revision, and not the file. */
  readonly revision: string | null;
  /** Go back to what was in use before. */
  readonly back: boolean;
  /** Do not ask. */
  readonly yes: boolean;
  readonly say: (line: string) => void;
}

const verdicts = {
  new: "new",
  withdrawn: "out of use",
  same: "nothing that learners notice",
  wording: "wording",
  scoring: "scoring",
  rule: "rule",
  flow: "flow",
} as const satisfies Record<Verdict, string>;

function linesOf(piece: PlannedPiece): string[] {
  const { kind, slug, title, from, to, goesAlong, verdict, meaning, changes, impact } = piece;
  return [
    `${pieceNames[kind]} “${title}” (${slug}): ${verdicts[verdict]}${goesAlong ? ", goes along" : ""}`,
    `  ${from ?? "not in use"} → ${to ?? "not in use"}. ${meaning}`,
    ...changes.map((change) => `  ${change.kind}: ${change.message}`),
    ...impact.map((sentence) => `  ${sentence}`),
  ];
}

async function agreed(question: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(`${question} [y/N] `).catch(() => "");
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}

/** The plan that the command asks for; a sentence where there is none. */
async function planFor(command: PublishCommand): Promise<Result<PublishPlan, string>> {
  const store = contentStore();
  const { slugs, revision, back } = command;
  const texts: string[] = [];
  for (const slug of slugs) {
    const text = back ? await wayBack(store, db(), slug) : null;
    if (text?.ok === false) return text;
    texts.push(text?.value ?? (revision === null ? slug : `${slug}@${revision}`));
  }
  return planOf(store, db(), texts);
}

async function carryOut(command: PublishCommand): Promise<number> {
  const { say, yes } = command;
  const asked = await planFor(command);
  if (!asked.ok) {
    say(asked.problem);
    return 1;
  }
  const plan = asked.value;
  if (plan.moves.length === 0) {
    say("Nothing waits: what learners meet is what is on disk.");
    return 0;
  }
  for (const piece of plan.pieces) for (const line of linesOf(piece)) say(line);
  for (const end of plan.looseEnds) say(`Take care: ${end} would be named, and is not in use.`);
  if (plan.needsConfirmation && !yes) {
    if (!process.stdin.isTTY) {
      say("Nothing was published. Say --yes to publish this.");
      return 1;
    }
    if (!(await agreed("Publish this for everybody?"))) {
      say("Nothing was published.");
      return 1;
    }
  }
  const actor = { id: null, address: null };
  if (!(await publishPlan(contentStore(), db(), plan, { actor, by: "command" }))) {
    say("Somebody else published meanwhile, and nothing of this was. Look again.");
    return 1;
  }
  say("Published: whoever begins from now on meets it.");
  for (const { key, from } of plan.pieces) {
    if (from !== null) say(`  back with: npm run -s content -- rollback ${key}`);
  }
  return 0;
}

/** Exit status: 0 published or nothing to do, 1 not published. */
export async function publishContent(command: PublishCommand): Promise<number> {
  const { databaseUrl } = environment();
  await applyMigrations(db(), databaseUrl);
  // This process only looks; a server that publishes on save does so itself.
  contentStore().publishing = "by-hand";
  await loadContent();
  try {
    return await carryOut(command);
  } finally {
    await db().$disconnect();
  }
}
