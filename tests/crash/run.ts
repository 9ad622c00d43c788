/**
 * Crash safety: a real server is killed with SIGKILL at seeded moments under load and started
 * again on the same data, and what the learners were told is compared with what the database
 * holds. `tsx tests/crash/run.ts --kills 200 --seed 7`; the build must be there.
 */
import { once } from "node:events";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import type { Lesson } from "~/core/course/definition";
import type { Scenario } from "~/core/scenario/definition";
import { openDatabase, type Database } from "~/server/db.server";
import { inspect } from "tests/crash/invariants";
import { aLearner, playUntilGone, type Learner, type Told } from "tests/crash/learner";
import { seeded } from "tests/crash/random";
import { freePort, startServer } from "tests/setup/server";

const secret = "a secret for tests, and only for tests";
const learnersAtOnce = 6;
/** A life ends after so many acknowledgements at most, and a moment of some milliseconds. */
const mostAnswers = 40;
const longestMoment = 12;
const patience = 20_000;

const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "10" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
  },
});
const kills = Number(values.kills);
const firstSeed = Number(values.seed);

const folder = mkdtempSync(join(tmpdir(), "rapport-crash-"));
process.env["SESSION_SECRET"] = secret;
process.env["DATABASE_URL"] = `file:${join(folder, "rapport.db")}`;
process.env["LOG_LEVEL"] = "silent";

async function newLearners(database: Database, round: number): Promise<Learner[]> {
  return Promise.all(
    Array.from({ length: learnersAtOnce }, async (_, index) => {
      const name = `learner-${String(round)}-${String(index)}`;
      const { id } = await database.person.create({
        data: { name, email: `${name}@example.test`, startDate: "2026-01-05" },
      });
      return aLearner(database, id);
    }),
  );
}

async function published<Definition>(database: Database, kind: string): Promise<Definition[]> {
  const rows = await database.publication.findMany({
    where: { kind },
    include: { revision: { select: { definition: true } } },
  });
  return rows.map(({ revision }) => JSON.parse(revision.definition) as Definition);
}

/** Drawn twice as often as others would be: the one with a typed reply and a detour. */
function withTheRing(scenarios: readonly Scenario[]): readonly Scenario[] {
  const ring = scenarios.filter(({ slug }) => slug === "the-ring");
  return [...scenarios, ...Array.from({ length: 8 }, () => ring).flat()];
}

const told: Told = {
  acknowledged: [],
  sent: [],
  goals: { acknowledged: [], sent: [] },
  surprises: [],
};
const port = await freePort();
const own = join(folder, "content");
cpSync("tests/content/samples/every-element.mdx", join(own, "scenarios/the-ring/index.mdx"));
const env = { SESSION_SECRET: secret, LOG_LEVEL: "silent", CONTENT_DIR: own };
const started = () => startServer({ command: "serve", folder, port, env });

async function untilTold(count: number): Promise<void> {
  const deadline = performance.now() + patience;
  while (told.acknowledged.length < count && performance.now() < deadline) await wait(2);
}

/** One life of the server, ended by SIGKILL; the problems found in what it left behind. */
async function live(seed: number, round: number, old: readonly Learner[]) {
  const random = seeded(seed);
  const server = await started();
  const database = openDatabase(server.databaseUrl);
  const scenarios = withTheRing(await published<Scenario>(database, "scenario"));
  const lessons = await published<Lesson>(database, "lesson");
  // Those of the last life come back first, with the forms that got no answer.
  const learners = round % 4 === 0 ? [...old, ...(await newLearners(database, round))] : old;
  const plays = learners.map((learner) =>
    playUntilGone({ url: server.url, scenarios, lessons, told, random }, learner),
  );
  await untilTold(told.acknowledged.length + 1 + Math.floor(random() * mostAnswers));
  await wait(random() * longestMoment);
  const gone = once(server.process, "exit");
  server.process.kill("SIGKILL");
  await gone;
  await Promise.all(plays);
  const found = await inspect(database, told);
  await database.$disconnect();
  const isWaiting = ({ unanswered, unansweredGoal }: Learner) =>
    unanswered !== null || unansweredGoal !== null;
  const playing = learners.filter(isWaiting);
  const rest = learners.filter((learner) => !isWaiting(learner));
  return { found, learners: [...playing, ...rest].slice(0, learnersAtOnce) };
}

const began = performance.now();
let learners: readonly Learner[] = [];
let answers = 0;
let completions = 0;
let kinds: Readonly<Record<string, number>> = {};
for (let round = 0; round < kills; round += 1) {
  const seed = firstSeed + round;
  const { found, learners: next } = await live(seed, round, learners);
  if (found.problems.length > 0) {
    console.log(`Kill ${String(round + 1)} of ${String(kills)}, seed ${String(seed)}, left:`);
    for (const problem of found.problems.slice(0, 20)) console.log(`  ${problem}`);
    console.log(`The data is in ${folder}. The same again:`);
    console.log(`  npm run test:crash -- --seed ${String(firstSeed)} --kills ${String(round + 1)}`);
    process.exit(1);
  }
  learners = next;
  answers = found.answers;
  completions = found.completions;
  kinds = found.kinds;
}
rmSync(folder, { recursive: true, force: true });
const seconds = ((performance.now() - began) / 1000).toFixed(1);
console.log(
  `${String(kills)} kills from seed ${String(firstSeed)} in ${seconds} s: of ${String(told.acknowledged.length)} ` +
    `acknowledged answers and ${String(told.goals.acknowledged.length)} acknowledged goals none lost, of ${String(answers)} answers none doubled, ` +
    `${String(completions)} completions each with its evidence.`,
);
console.log(
  Object.entries(kinds)
    .map(([kind, count]) => `${kind}: ${String(count)}`)
    .join(", "),
);
