// @ts-nocheck
import { openDatabase } from "~/server/db.server";
import { startSession } from "~/server/people/session.server";
import { startServer, commands } from "tests/setup/server";
import { choiceAndNextMoment, page } from "./journeys";
import { fillWithLearners } from "./learners";
import { load } from "./load";
import { cpuMilliseconds } from "./process-facts";
const secret = "a secret for measuring, and only for that";
const first = await startServer({ env: { SESSION_SECRET: secret, LOG_LEVEL: "silent" } });
await first.stop();
const database = openDatabase(first.databaseUrl);
const ids = await fillWithLearners(database, 100);
await database.$disconnect();
const flags = (process.env.FLAGS ?? "").split(",").filter(Boolean);
if (flags.length) commands.serve = [...flags, "app/cli/serve.js"];
console.log(JSON.stringify(commands.serve));
const server = await startServer({ command: "serve", folder: first.folder, env: { SESSION_SECRET: secret, LOG_LEVEL: "silent" } });
process.env["SESSION_SECRET"] = secret; process.env["APP_URL"] = server.url;
const d = openDatabase(server.databaseUrl);
const cookies = [];
for (const id of ids.slice(0, 16)) cookies.push((await startSession(d, id, { shared: false })).split(";")[0]);
await d.$disconnect();
const pid = server.process.pid;
const what = process.argv[2];
const playing = [];
const unit = what === "choice" ? async (c, l) => { const x = await choiceAndNextMoment(c, "the-third-text", cookies[l], playing[l] ?? null); playing[l] = x.playing; return x.milliseconds; }
 : (c, l) => page(c, what, cookies[l]);
for (let i = 0; i < Number(process.argv[3] ?? 4); i++) {
  const b = cpuMilliseconds(pid);
  const p = await load(server.port, 16, 6, unit);
  const a = cpuMilliseconds(pid);
  console.log(what, p.rate.toFixed(0), ((a - b) / p.units).toFixed(2), "ms CPU");
}
await server.stop();
first.remove();
