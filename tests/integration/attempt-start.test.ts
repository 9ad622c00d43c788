import { afterAll, beforeAll, expect, test } from "vitest";
import { startAttempt } from "~/server/learning/attempt-start.server";
import { neverPlayed, listStandings } from "~/server/learning/attempt-list.server";
import { twoMoments } from "tests/factories/two-moments";
import { withoutTriggers } from "tests/setup/database";
import { aPlayground, Play, type Playground } from "tests/setup/playground";

let ground: Playground;
beforeAll(async () => {
  ground = await aPlayground();
});
afterAll(() => ground.close());

const fresh = () => ground.publish(twoMoments());

test("an attempt begins at the first moment, on the published revision", async () => {
  const scenario = await fresh();
  const play = await Play.begin(ground, scenario);
  const { stored, state } = await play.live();
  expect(stored).toMatchObject({ revision: scenario.revision, mode: "official", endedAt: null });
  expect(state).toMatchObject({ seq: 1, play: { place: { kind: "scene", scene: "opening" } } });
});

test("starting an official run again goes on with the open one, also after an edit", async () => {
  const first = await fresh();
  const { ana: person, database } = ground;
  const begun = await startAttempt(database, { person, scenario: first, mode: "official" });
  const edited = await ground.publish({ ...first.definition, title: "The edited parcel" });
  expect(edited.revision).not.toBe(first.revision);
  const again = await startAttempt(database, {
    person,
    scenario: edited,
    mode: "official",
    anew: true,
  });
  expect(again).toEqual({ attemptId: begun.attemptId, continued: true });
  const row = await database.attempt.findUniqueOrThrow({ where: { id: begun.attemptId } });
  expect(row.revisionHash).toBe(first.revision);
});

test("practice goes on where it was, or begins anew and keeps the old attempt", async () => {
  const scenario = await fresh();
  const { ana: person, database } = ground;
  const begun = await Play.begin(ground, scenario, "practice");
  await begun.say("Ask her.");
  const again = await startAttempt(database, { person, scenario, mode: "practice" });
  expect(again).toEqual({ attemptId: begun.attemptId, continued: true });
  const anew = await startAttempt(database, { person, scenario, mode: "practice", anew: true });
  expect(anew.continued).toBe(false);
  expect(anew.attemptId).not.toBe(begun.attemptId);
  expect(await database.attempt.count({ where: { id: begun.attemptId } })).toBe(1);
});

test("to begin anew, asked for twice, makes one practice beside the old one", async () => {
  const scenario = await fresh();
  const { ana: person, database } = ground;
  const begun = await Play.begin(ground, scenario, "practice");
  await begun.say("Ask her.");
  const start = { person, scenario, mode: "practice", anew: true } as const;
  const pressed = await Promise.all([startAttempt(database, start), startAttempt(database, start)]);
  pressed.push(await startAttempt(database, start));
  expect(new Set(pressed.map(({ attemptId }) => attemptId)).size).toBe(1);
  const { slug } = scenario.definition;
  expect(await database.attempt.count({ where: { scenarioSlug: slug } })).toBe(2);
});

test("a practice in which nothing was done is begun anew on a newer revision", async () => {
  const first = await fresh();
  const begun = await Play.begin(ground, first, "practice");
  const edited = await ground.publish({ ...first.definition, title: "The edited parcel" });
  const anew = await Play.begin(ground, edited, "practice");
  expect(anew.attemptId).not.toBe(begun.attemptId);
  expect(await anew.row()).toMatchObject({ revisionHash: edited.revision });
});

test("practice, an official run and another person's run do not meet", async () => {
  const scenario = await fresh();
  const { ana, ben, database } = ground;
  const starts = await Promise.all([
    startAttempt(database, { person: ana, scenario, mode: "practice" }),
    startAttempt(database, { person: ana, scenario, mode: "official" }),
    startAttempt(database, { person: ben, scenario, mode: "official" }),
  ]);
  expect(new Set(starts.map(({ attemptId }) => attemptId)).size).toBe(3);
});

test("twenty starts at once make one attempt", async () => {
  const scenario = await fresh();
  const { ana: person, database } = ground;
  const starts = await Promise.all(
    Array.from({ length: 20 }, () =>
      startAttempt(database, { person, scenario, mode: "official" }),
    ),
  );
  expect(new Set(starts.map(({ attemptId }) => attemptId)).size).toBe(1);
  expect(starts.filter(({ continued }) => !continued)).toHaveLength(1);
});

test("starts and answers that arrive together do not stand in each other's way", async () => {
  const { database } = ground;
  const playing = await Play.begin(ground, await fresh(), "practice");
  const people = await Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      database.person.create({
        data: { name: "N", email: `start-${String(index)}@example.test`, startDate: "2026-01-05" },
        select: { id: true, timeZone: true },
      }),
    ),
  );
  const scenario = await fresh();
  const [, ...starts] = await Promise.all([
    playing.say("Ask her."),
    ...people.map((person) => startAttempt(database, { person, scenario, mode: "practice" })),
  ]);
  expect(await playing.events()).toHaveLength(2);
  const ids = starts.map(({ attemptId }) => attemptId);
  expect(await database.attempt.count({ where: { id: { in: ids } } })).toBe(10);
  expect(await database.attemptEvent.count({ where: { attemptId: { in: ids } } })).toBe(10);
});

test("a start that names a revision that is not there makes neither an attempt nor an event", async () => {
  const scenario = { ...(await fresh()), revision: "gone" };
  const { ana: person, database } = ground;
  const before = await database.attemptEvent.count();
  await expect(startAttempt(database, { person, scenario, mode: "practice" })).rejects.toThrow(
    /FOREIGN KEY/,
  );
  expect(await database.attemptEvent.count()).toBe(before);
});

test("after an official run has ended, the next start begins another", async () => {
  const scenario = await fresh();
  const play = await Play.begin(ground, scenario);
  await play.say("Shrug.");
  const next = await Play.begin(ground, scenario);
  expect(next.attemptId).not.toBe(play.attemptId);
});

test("an open attempt whose log does not replay is put aside, and kept", async () => {
  const scenario = await fresh();
  const broken = await Play.begin(ground, scenario);
  await withoutTriggers(ground.database);
  await ground.database.attemptEvent.updateMany({
    where: { attemptId: broken.attemptId },
    data: { payload: "scribble" },
  });
  const next = await Play.begin(ground, scenario);
  expect(next.attemptId).not.toBe(broken.attemptId);
  expect(await broken.events()).toHaveLength(1);
});

test("the library knows what is open, and what was played", async () => {
  const scenario = await fresh();
  const { slug } = scenario.definition;
  const standing = async () =>
    (await listStandings(ground.database, ground.ben.id, slug)).get(slug) ?? neverPlayed;
  expect(await standing()).toEqual(neverPlayed);
  const practice = await Play.begin(ground, scenario, "practice", ground.ben);
  const official = await Play.begin(ground, scenario, "official", ground.ben);
  expect(await standing()).toMatchObject({
    openPractice: practice.attemptId,
    openOfficial: official.attemptId,
  });
  await practice.say("Shrug.");
  await official.say("Shrug.");
  expect(await standing()).toEqual({
    ...neverPlayed,
    officialRuns: 1,
    practiceRuns: 1,
    lastOfficial: official.attemptId,
  });
});
