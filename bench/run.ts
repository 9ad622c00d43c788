/**
 * `npm run bench`: the production build on a database of 1,000 learners, measured from outside.
 * Prints a table, then the same as JSON (also in bench/results/latest.json). Rates depend on the
 * machine: compare the ratios to the ceilings, which are taken in the same run.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { openDatabase } from "~/server/db.server";
import { startSession } from "~/server/people/session.server";
import { buildIfStale } from "~/cli/build-steps";
import { ensureChromium, howToInstall } from "tests/setup/chromium";
import { startServer, type RunningServer } from "tests/setup/server";
import { rawDurableInserts, rawHttp } from "./ceilings";
import { coldPage } from "./cold-page";
import { choiceAndNextMoment, page, type Playing } from "./journeys";
import { fillWithLearners } from "./learners";
import { Connection, load } from "./load";
import { cpuMilliseconds, residentMebibytes } from "./process-facts";
import { printTable, type Row } from "./table";

const seconds = Number(process.env["BENCH_SECONDS"] ?? 4);
const learners = Number(process.env["BENCH_LEARNERS"] ?? 1000);
/** A server is measured as it is after a while: for its first seconds V8 still compiles what is asked for most. */
const warmSeconds = Number(process.env["BENCH_WARM_SECONDS"] ?? 20);
/** Measure only what matches, as in BENCH_ONLY=home. */
const only = new RegExp(process.env["BENCH_ONLY"] ?? "");
const secret = "a secret for measuring, and only for that";

async function cookieFor(server: RunningServer, personId: string): Promise<string> {
  process.env["SESSION_SECRET"] = secret;
  process.env["APP_URL"] = server.url;
  const database = openDatabase(server.databaseUrl);
  const header = await startSession(database, personId, { shared: false });
  await database.$disconnect();
  return header.split(";")[0] ?? "";
}

async function prepared(): Promise<{ folder: string; learnerIds: string[]; trainerId: string }> {
  const first = await startServer({ env: { SESSION_SECRET: secret, LOG_LEVEL: "silent" } });
  await first.stop();
  const database = openDatabase(first.databaseUrl);
  const learnerIds = await fillWithLearners(database, learners);
  const trainer = await database.person.findUniqueOrThrow({
    where: { email: "trainer@rapport.test" },
  });
  await database.$disconnect();
  return { folder: first.folder, learnerIds, trainerId: trainer.id };
}

if (ensureChromium() === null) {
  console.error(howToInstall);
  process.exit(1);
}
if ((await buildIfStale(console.log)) !== 0) process.exit(1);
console.log(`Filling a database with ${String(learners)} learners …`);
const { folder, learnerIds, trainerId } = await prepared();
const server = await startServer({
  command: "serve",
  folder,
  env: { SESSION_SECRET: secret, LOG_LEVEL: "silent" },
});
// Whatever goes wrong below, no server is left running.
process.on("exit", () => server.process.kill());
const pid = server.process.pid ?? 0;
const startMemory = residentMebibytes(pid);
const rows: Row[] = [];

async function measure(
  name: string,
  connections: number,
  unit: (connection: Connection, lane: number) => Promise<number>,
): Promise<void> {
  if (!only.test(name)) return;
  await load(server.port, connections, Math.min(1, seconds), unit);
  const cpuBefore = cpuMilliseconds(pid);
  const figures = await load(server.port, connections, seconds, unit);
  const cpuAfter = cpuMilliseconds(pid);
  const cpu =
    cpuBefore === null || cpuAfter === null ? null : (cpuAfter - cpuBefore) / figures.units;
  rows.push({ name, connections, ...figures, cpu });
  console.log(`  ${name} at ${String(connections)}: ${figures.rate.toFixed(0)} a second`);
}

const cookies = await Promise.all(learnerIds.slice(0, 16).map((id) => cookieFor(server, id)));
const trainer = await cookieFor(server, trainerId);
const cookieOf = (lane: number): string => cookies[lane] ?? "";
const lesson = "/courses/empathy/before-you-fix";
const scenario = process.env["BENCH_SCENARIO"] ?? "the-third-text";

console.log(`Warming up for ${String(warmSeconds)} s …`);
const warming: (Playing | null)[] = cookies.map(() => null);
await load(server.port, 16, warmSeconds, async (connection, lane) => {
  const cookie = cookieOf(lane);
  const lessonTook = await page(connection, lesson, cookie);
  const done = await choiceAndNextMoment(connection, scenario, cookie, warming[lane] ?? null);
  warming[lane] = done.playing;
  return lessonTook + done.milliseconds + (await page(connection, "/", cookie));
});

for (const connections of [1, 16]) {
  await measure("lesson page", connections, (connection, lane) =>
    page(connection, lesson, cookieOf(lane)),
  );
  const playing: (Playing | null)[] = cookies.map(() => null);
  await measure("choice and next moment", connections, async (connection, lane) => {
    const done = await choiceAndNextMoment(
      connection,
      scenario,
      cookieOf(lane),
      playing[lane] ?? null,
    );
    playing[lane] = done.playing;
    return done.milliseconds;
  });
  await measure("learner home", connections, (connection, lane) =>
    page(connection, "/", cookieOf(lane)),
  );
  await measure("records, 200 learners", connections, (connection) =>
    page(connection, "/records?team=Bench+team+1", trainer),
  );
  await measure("records, all learners", connections, (connection) =>
    page(connection, "/records", trainer),
  );
  await measure("records.csv, all learners", connections, (connection) =>
    page(connection, "/records.csv", trainer),
  );
}

const probe = new Connection(server.port);
const lessonBytes = Buffer.byteLength(
  (await probe.ask({ path: lesson, cookie: cookieOf(0) })).body,
);
probe.close();
const memory = residentMebibytes(pid);
const cold = await coldPage(server.url, lesson, cookieOf(0));
await server.stop();
server.remove();

const ceilings = {
  rawHttp: await rawHttp(lessonBytes, 16, seconds),
  rawDurableInserts: await rawDurableInserts(seconds),
};
const report = {
  at: new Date().toISOString(),
  machine: { node: process.version, cores: cpus().length, model: cpus()[0]?.model ?? "?" },
  learners,
  secondsEach: seconds,
  rows,
  coldLessonPage: cold,
  lessonHtmlBytes: lessonBytes,
  residentMebibytes: memory,
  residentMebibytesAtStart: startMemory,
  ceilings,
};
printTable(report);
mkdirSync("bench/results", { recursive: true });
writeFileSync("bench/results/latest.json", JSON.stringify(report, null, 2));
console.log(`\n${JSON.stringify(report)}`);
