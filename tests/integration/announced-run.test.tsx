import { beforeEach, expect, test } from "vitest";
import { AttemptPage } from "~/components/scenario/attempt-page";
import type { AttemptView } from "~/components/scenario/attempt-view";
import { action as begin } from "~/routes/scenarios.$slug";
import { loader as attemptLoader } from "~/routes/attempts.$id";
import { findAttempt } from "~/server/learning/attempt-state.server";
import { viewOf } from "~/server/learning/attempt-view.server";
import { recordChoice } from "~/server/learning/attempt-choice.server";
import { anAccount } from "tests/factories/an-account";
import { courseFile } from "tests/factories/content-folder";
import { pageHtml } from "tests/setup/page-html";
import { call, cookieOf } from "tests/setup/request";
import { servedContent } from "tests/setup/served-content";

const { database, folder, store } = await servedContent();

let ana: Awaited<ReturnType<typeof anAccount>>;
let cookie: string;
beforeEach(async () => {
  ana = await anAccount(database, {});
  cookie = await cookieOf(database, ana.id);
});

async function publish(official: string): Promise<void> {
  folder.write("courses/basics/course.yml", `${courseFile}official: ${official}\n`);
  await store.load();
}

function post(form: Readonly<Record<string, string>>): Promise<Response> {
  return call(begin, { path: "/scenarios/parcel", params: { slug: "parcel" }, form }, cookie);
}

const announced = async () =>
  (await database.attempt.findMany({ where: { personId: ana.id } })).map((run) => run.announced);

test("an official run that managers see begins from a page that said so, and from no other", async () => {
  await publish("{ replay: shared }");
  const refused = await post({ mode: "official" });
  expect(refused.status).toBe(409);
  expect(await refused.text()).toContain("Your manager can look at this official run");
  expect(await announced()).toEqual([]);
  expect((await post({ mode: "practice" })).status).toBe(303);
  expect((await post({ mode: "official", told: "shared" })).status).toBe(303);
  expect((await announced()).sort()).toEqual([false, true]);
});

test("what is published between the page and the press announces no run", async () => {
  await publish("{ replay: own }");
  const fromThePage = { mode: "official" };
  await publish("{ replay: shared }");
  expect((await post(fromThePage)).status).toBe(409);
  expect(await announced()).toEqual([]);
});

test("a run that is not announced any more begins from a page that still says so, and is not seen", async () => {
  await publish("{ replay: own }");
  expect((await post({ mode: "official", told: "shared" })).status).toBe(303);
  expect(await announced()).toEqual([false]);
});

test("an open official run is gone on with, whatever the course says by now", async () => {
  await publish("{ replay: own }");
  await post({ mode: "official" });
  await publish("{ replay: shared }");
  expect((await post({ mode: "official" })).status).toBe(303);
  expect(await announced()).toEqual([false]);
});

test("a run that cannot be read is put aside, and its briefing says first what the next one is", async () => {
  await publish("{ replay: shared }");
  await post({ mode: "official", told: "shared" });
  const { id } = await database.attempt.findFirstOrThrow({ where: { personId: ana.id } });
  await database.attempt.update({ where: { id }, data: { mode: "no such mode" } });
  expect((await post({ mode: "official" })).status).toBe(409);
  expect((await database.attempt.findUniqueOrThrow({ where: { id } })).openAs).toBeNull();
});

/** The page of a run of the learner's that has ended. */
async function endOfPractice(): Promise<string> {
  await post({ mode: "practice" });
  const { id } = await database.attempt.findFirstOrThrow({ where: { personId: ana.id } });
  const found = await findAttempt(database, { attemptId: id, personId: ana.id });
  if (found?.kind !== "live") throw new Error("It did not begin.");
  const { seq, key, choices } = viewOf(found, []);
  const given = { kind: "choice", value: choices[0]?.value ?? "" } as const;
  await recordChoice(database, { attemptId: id, person: ana, seq, key, given });
  const page = await call(attemptLoader, { path: `/attempts/${id}`, params: { id } }, cookie);
  const { view } = (await page.json()) as { view: AttemptView };
  return pageHtml(<AttemptPage view={view} kept={null} refused={null} unsent={null} />);
}

test("the end of a run leads to the briefing where that has to say first that managers see it", async () => {
  await publish("{ replay: shared }");
  const announces = await endOfPractice();
  expect(announces).toMatch(
    /<a [^>]*href="\/scenarios\/parcel#official"[^>]*>Start the official run/,
  );
  expect(announces).not.toContain('value="official"');
});

test("the end of a run begins an official one at once where nothing has to be said first", async () => {
  await publish("{ replay: own }");
  expect(await endOfPractice()).toContain('value="official"');
});
