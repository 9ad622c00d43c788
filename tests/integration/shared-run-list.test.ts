/** What others let one see, page by page: the newest of everybody takes nobody's place. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addedRoles, type AddedRole } from "~/core/access/policy";
import { readCursor } from "~/core/listing/listing";
import { listSharedRuns } from "~/server/learning/shared-run-list.server";
import { anAccount } from "tests/factories/an-account";
import { twoMoments } from "tests/factories/two-moments";
import { aPlayground, type Playground } from "tests/setup/playground";
import { call, cookieOf, type Handler } from "tests/setup/request";

let ground: Playground;
let page: { loader: Handler };
let revision: string;
beforeAll(async () => {
  ground = await aPlayground();
  process.env["SESSION_SECRET"] = "a secret for tests, and only for tests";
  page = await import("~/routes/shared-runs");
  ({ revision } = await ground.publish(twoMoments()));
});
afterAll(() => ground.close());

const add = (roles: readonly AddedRole[], managerEmail: string | null = null) =>
  anAccount(ground.database, { roles: [...roles], managerEmail });

const day = (number: number) => new Date(Date.UTC(2026, 5, number));

/** Ended runs of one person, a day apart; what is shared is shared on the day. */
async function runs(
  personId: string,
  many: number,
  sharing: { readonly audience: string; readonly withId: string | null } | "announced",
  from = 1,
): Promise<string[]> {
  const ids = Array.from({ length: many }, () => randomUUID());
  await ground.database.attempt.createMany({
    data: ids.map((id, index) => ({
      ...{ id, personId, scenarioSlug: "two-moments", revisionHash: revision, timeZone: "UTC" },
      ...{ mode: "official", outcome: "passed", announced: sharing === "announced" },
      ...{ startedAt: day(from + index), endedAt: day(from + index) },
    })),
  });
  if (sharing === "announced") return ids;
  await ground.database.attemptSharing.createMany({
    data: ids.map((attemptId, index) => ({ attemptId, ...sharing, at: day(from + index) })),
  });
  return ids;
}

const withTrainers = { audience: "trainer", withId: null };

interface Answer {
  readonly runs: readonly { readonly id: string; readonly sharedAt: string }[];
  readonly next: string | null;
}

/** Every page of the list, as somebody reads it who goes on to older ones. */
async function read(who: { readonly id: string }, person?: string): Promise<Answer[]> {
  const cookie = await cookieOf(ground.database, who.id);
  const pages: Answer[] = [];
  let after: string | null = "";
  while (after !== null) {
    const query = new URLSearchParams({ after, ...(person === undefined ? {} : { person }) });
    const path = `/shared-runs?${query.toString()}`;
    const found = (await (await call(page.loader, { path, params: {} }, cookie)).json()) as Answer;
    pages.push(found);
    after = found.next;
  }
  return pages;
}

const idsOf = (pages: readonly Answer[]) => pages.flatMap((one) => one.runs.map(({ id }) => id));

test("what was shared with the trainers since does not push a manager's own people off the list", async () => {
  const manager = await add(["manager"]);
  const theirs = await add([], manager.email);
  const stranger = await add([]);
  const shared = await runs(theirs.id, 1, { audience: "manager", withId: manager.id });
  await runs(stranger.id, 201, withTrainers, 2);
  expect(idsOf(await read(manager))).toEqual(shared);
});

test("a trainer reads page by page to the end, each run once and the newest first", async () => {
  const trainer = await add(["trainer"]);
  await runs(trainer.id, 30, withTrainers, 400);
  await runs((await add([])).id, 130, withTrainers);
  const pages = await read(trainer);
  const all = await ground.database.attemptSharing.findMany({
    where: { audience: "trainer", attempt: { personId: { not: trainer.id } } },
  });
  expect(idsOf(pages)).toHaveLength(new Set(idsOf(pages)).size);
  expect(new Set(idsOf(pages))).toEqual(new Set(all.map(({ attemptId }) => attemptId)));
  const days = pages.flatMap((one) => one.runs.map(({ sharedAt }) => sharedAt));
  expect(days).toEqual([...days].sort().reverse());
});

test("a run that was shared twice, and announced, stands once, where it was shared last", async () => {
  const both = await add(["manager", "trainer"]);
  const theirs = await add([], both.email);
  const [run = "", ...others] = await runs(theirs.id, 3, "announced");
  const share = { attemptId: run, at: day(60) };
  await ground.database.attemptSharing.createMany({
    data: [
      { ...share, audience: "manager", withId: both.id },
      { ...share, audience: "trainer", withId: null, at: day(50) },
    ],
  });
  const pages = await read(both, theirs.id);
  expect(idsOf(pages)).toEqual([run, ...others.reverse()]);
  expect(pages[0]?.runs[0]?.sharedAt).toBe(day(60).toISOString());
});

test("of one person only their runs are listed, and of somebody who has left none", async () => {
  const trainer = await add(["trainer"]);
  const person = await add([]);
  const shared = await runs(person.id, 2, withTrainers);
  expect(idsOf(await read(trainer, person.id))).toEqual(shared.reverse());
  expect(idsOf(await read(trainer, "nobody"))).toEqual([]);
  const { id } = person;
  await ground.database.person.update({ where: { id }, data: { deactivatedAt: new Date() } });
  expect(idsOf(await read(trainer, person.id))).toEqual([]);
});

test("no other role, and no manager of before, is shown what was shared or announced", async () => {
  const manager = await add(["manager"]);
  const former = await add(["manager"]);
  const theirs = await add([], manager.email);
  const announced = await runs(theirs.id, 1, "announced");
  await runs(theirs.id, 1, { audience: "manager", withId: former.id }, 2);
  const whole = { personId: null, after: readCursor(null), size: 50 };
  const seen = async (id: string, roles: readonly AddedRole[]) =>
    (await listSharedRuns(ground.database, { id, roles: ["learner", ...roles] }, whole)).runs;
  expect((await seen(manager.id, ["manager"])).map(({ id }) => id)).toEqual(announced);
  expect(await seen(former.id, ["manager"])).toEqual([]);
  for (const role of addedRoles) {
    if (role !== "manager") {
      const ids = (await seen(manager.id, [role])).map(({ id }) => id);
      expect(ids).not.toContain(announced[0]);
    }
  }
});
