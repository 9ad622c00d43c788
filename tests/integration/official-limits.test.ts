import { afterAll, beforeAll, expect, test } from "vitest";
import type { OfficialSettings } from "~/core/course/definition";
import { GrantedMeanwhile, grantRun, personForRuns } from "~/server/learning/grants.server";
import { resultsByLast } from "~/server/learning/last-results.server";
import { officialRunsOf, waysToBegin } from "~/server/learning/official-limits.server";
import {
  PublishedMeanwhile,
  startAttempt,
  StartRefused,
} from "~/server/learning/attempt-start.server";
import { aCatalogue } from "tests/factories/a-catalogue";
import { aCourse } from "tests/factories/a-lesson";
import { twoMoments } from "tests/factories/two-moments";
import { aPlayground, type Playground, type Player } from "tests/setup/playground";

let ground: Playground;
beforeAll(async () => {
  ground = await aPlayground();
});
afterAll(() => ground.close());

const parcel = twoMoments();
const two: OfficialSettings = { attempts: 2, pause: null, counts: "best" };
let count = 0;

async function somebody(): Promise<Player> {
  count += 1;
  return ground.database.person.create({
    data: { name: "N", email: `runs-${count}@example.test`, startDate: "2026-01-05" },
    select: { id: true, timeZone: true },
  });
}

async function start(person: Player, official: OfficialSettings, mode = "official" as const) {
  const scenario = await ground.publish(parcel);
  return startAttempt(ground.database, { person, scenario, mode, official });
}

function end(id: string) {
  const data = { endedAt: new Date(), outcome: "failed", openAs: null };
  return ground.database.attempt.update({ where: { id }, data });
}

async function playedOut(person: Player, official = two) {
  for (let run = 0; run < 2; run += 1) await end((await start(person, official)).attemptId);
}

test("an official run beyond those of the course is refused in words, and practice is not", async () => {
  const person = await somebody();
  await playedOut(person);
  const refused = await start(person, two).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(StartRefused);
  expect(String(refused)).toContain(
    "You have no official run left. Only a manager can give you another",
  );
  expect(await ground.database.attempt.count({ where: { personId: person.id } })).toBe(2);
  const scenario = await ground.publish(parcel);
  const practice = { person, scenario, mode: "practice", official: two } as const;
  expect(await startAttempt(ground.database, practice)).toMatchObject({ continued: false });
});

test("the open run goes on although it is the last one", async () => {
  const person = await somebody();
  await end((await start(person, two)).attemptId);
  const { attemptId } = await start(person, two);
  expect(await start(person, two)).toEqual({ attemptId, continued: true });
});

test("of many starts at once for the one run that is left one attempt comes", async () => {
  const person = await somebody();
  await end((await start(person, two)).attemptId);
  const starts = await Promise.all(Array.from({ length: 20 }, () => start(person, two)));
  expect(new Set(starts.map(({ attemptId }) => attemptId)).size).toBe(1);
  expect(await ground.database.attempt.count({ where: { personId: person.id } })).toBe(2);
});

test("a pause is kept, and the words say until when", async () => {
  const person = await somebody();
  const official = { ...two, pause: { amount: 1, unit: "day" } } as const;
  await end((await start(person, official)).attemptId);
  await expect(start(person, official)).rejects.toThrow(/opens tomorrow at \d\d:\d\d/);
});

test("one more run can be given, with a reason and an entry in the audit", async () => {
  const [person, manager] = [await somebody(), await somebody()];
  await playedOut(person);
  const { slug } = parcel;
  await grantRun(
    ground.database,
    { id: manager.id, address: "192.0.2.1" },
    { personId: person.id, scenarioSlug: slug, reason: "The till broke down in the middle" },
  );
  const { standing } = await officialRunsOf(ground.database, two, person, slug);
  expect(standing).toMatchObject({ left: 1, mayBegin: true });
  expect(await start(person, two)).toMatchObject({ continued: false });
  const entry = await ground.database.auditEntry.findFirstOrThrow({ orderBy: { id: "desc" } });
  expect(entry).toMatchObject({ action: "attempt.granted", subject: `scenario:${slug}` });
  expect(entry.detail).not.toContain("till");
});

test("a form that gives a run gives one, however often it is sent", async () => {
  const [person, manager] = [await somebody(), await somebody()];
  await playedOut(person);
  const grant = { personId: person.id, scenarioSlug: parcel.slug, reason: "ill", granted: 0 };
  const give = () => grantRun(ground.database, { id: manager.id, address: "192.0.2.1" }, grant);
  const sent = await Promise.allSettled([give(), give(), give()]);
  expect(sent.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  await expect(give()).rejects.toThrow(GrantedMeanwhile);
  expect(await ground.database.attemptGrant.count({ where: { personId: person.id } })).toBe(1);
});

test("at the end of a run another is offered only where one may begin", async () => {
  const person = await somebody();
  const step = { kind: "scenario", scenario: parcel.slug } as const;
  const course = aCourse({ steps: [step], official: two });
  const ways = async (courses: (typeof course)[], scenarios = [parcel]) => {
    const content = aCatalogue({ courses, scenarios });
    return (await waysToBegin(ground.database, content, person, parcel.slug)).again;
  };
  await end((await start(person, two)).attemptId);
  expect(await ways([course])).toEqual(["practice", "official"]);
  await end((await start(person, two)).attemptId);
  expect(await ways([course])).toEqual(["practice"]);
  expect(await ways([])).toEqual(["practice", "official"]);
  expect(await ways([course], [])).toEqual([]);
});

test("an attempt never begins on a revision that is not in use any more", async () => {
  const person = await somebody();
  const [old, fresh] = [parcel, { ...parcel, title: "Another" }];
  const [before, after] = [await ground.publish(old), await ground.publish(fresh)];
  const { slug } = old;
  await ground.database.publication.create({
    data: { kind: "scenario", slug, revisionHash: after.revision },
  });
  const wish = { person, mode: "practice" } as const;
  const limited = { person, mode: "official", official: two } as const;
  for (const each of [wish, limited]) {
    await expect(startAttempt(ground.database, { ...each, scenario: before })).rejects.toThrow(
      PublishedMeanwhile,
    );
  }
  expect(await ground.database.attempt.count({ where: { personId: person.id } })).toBe(0);
  const { attemptId } = await startAttempt(ground.database, { ...wish, scenario: after });
  const row = await ground.database.attempt.findUniqueOrThrow({ where: { id: attemptId } });
  expect(row.revisionHash).toBe(after.revision);
  await ground.database.publication.deleteMany({ where: { slug } });
});

test("where the last run counts, one's own record says what it is now, and nothing where the best does", async () => {
  const person = await somebody();
  await playedOut(person);
  const steps = [{ kind: "scenario", scenario: parcel.slug } as const];
  const results = (counts: "best" | "last") => {
    const courses = [aCourse({ steps, official: { ...two, counts } })];
    return resultsByLast(ground.database, aCatalogue({ scenarios: [parcel], courses }), person.id);
  };
  expect(await results("last")).toEqual([
    { slug: parcel.slug, title: parcel.title, result: "failed" },
  ]);
  expect(await results("best")).toEqual([]);
});

test("official runs are given to whom the manager has, and not to whoever has left", async () => {
  const { id: managerId } = await somebody();
  const person = await somebody();
  const { id } = person;
  const viewer = { id: managerId, roles: ["manager"] } as const;
  const found = async () => (await personForRuns(ground.database, viewer, id))?.id ?? null;
  expect(await found()).toBeNull();
  await ground.database.person.update({ where: { id }, data: { managerId } });
  expect(await found()).toBe(id);
  await ground.database.person.update({ where: { id }, data: { deactivatedAt: new Date() } });
  expect(await found()).toBeNull();
});
