import { afterAll, beforeAll, expect, test } from "vitest";
import { decide } from "~/core/scenario/attempt";
import { presentMoment } from "~/core/scenario/moment";
import { listOwnAttempts } from "~/server/learning/own-record.server";
import { ownData } from "~/server/learning/own-data.server";
import { startAttempt } from "~/server/learning/attempt-start.server";
import { findAttempt } from "~/server/learning/attempt-state.server";
import { brokenAttempts } from "~/server/operations/soundness.server";
import { arbitraryScenario } from "tests/factories/arbitrary-scenario";
import { twoMoments } from "tests/factories/two-moments";
import { withoutTriggers } from "tests/setup/database";
import { aPlayground, Play, type Playground } from "tests/setup/playground";
import { fc } from "tests/setup/properties";

let ground: Playground;
beforeAll(async () => {
  ground = await aPlayground();
});
afterAll(() => ground.close());

test("what is replayed from the database is what was played, for any scenario and any answers", async () => {
  await fc.assert(
    fc.asyncProperty(
      arbitraryScenario({ scenes: 4, forwardOnly: false }),
      fc.array(fc.nat({ max: 5 }), { maxLength: 8 }),
      async (definition, picks) => {
        const scenario = await ground.publish(definition);
        const play = await Play.begin(ground, scenario, "practice");
        let live = (await play.live()).state;
        for (const pick of picks) {
          const { scene, choices, reply } = presentMoment(definition, live);
          if (scene === null) break;
          const { seq, key, ...view } = await play.look();
          const index = pick % (choices.length + (reply === null ? 0 : 1));
          const words = `I am sorry, number ${String(pick)}`;
          const choice = choices[index]?.choice;
          const decided = decide(
            definition,
            live,
            choice === undefined
              ? { type: "reply", scene, words }
              : { type: "choose", scene, choice },
          );
          if (!decided.ok) break;
          live = decided.value.state;
          if (choice === undefined) await play.write({ seq, key, words });
          else await play.send({ seq, key, choice: view.choices[index]?.value ?? "" });
        }
        expect((await play.live()).state).toEqual(live);
      },
    ),
    { numRuns: 25 },
  );
});

const damages: readonly (readonly [string, (play: Play) => Promise<unknown>])[] = [
  [
    "an event that is not JSON",
    ({ attemptId }) =>
      ground.database.attemptEvent.update({
        where: { attemptId_seq: { attemptId, seq: 1 } },
        data: { payload: "{" },
      }),
  ],
  [
    "an event of an unknown kind",
    ({ attemptId }) =>
      ground.database.attemptEvent.update({
        where: { attemptId_seq: { attemptId, seq: 1 } },
        data: { payload: '{"type":"cheated"}' },
      }),
  ],
  [
    "a choice that was not on offer",
    ({ attemptId }) =>
      ground.database.attemptEvent.update({
        where: { attemptId_seq: { attemptId, seq: 1 } },
        data: { payload: '{"type":"choice.made","scene":"opening","choice":"hidden"}' },
      }),
  ],
  [
    "an event that is missing",
    ({ attemptId }) =>
      ground.database.attemptEvent.delete({ where: { attemptId_seq: { attemptId, seq: 0 } } }),
  ],
  [
    "no event at all",
    ({ attemptId }) => ground.database.attemptEvent.deleteMany({ where: { attemptId } }),
  ],
  ["a revision that is gone", ({ attemptId }) => onRevision(attemptId, "gone")],
  [
    "a revision that is no role-play's",
    async ({ attemptId }) => {
      const { hash } = await ground.database.revision.create({
        data: {
          ...{ hash: "a-lesson", kind: "lesson", slug: "care/hear", title: "Hear" },
          ...{ languageVersion: 1, source: "", definition: "{}", assets: "{}" },
        },
      });
      return onRevision(attemptId, hash);
    },
  ],
];

/** As by a hand that heeds no foreign keys. */
async function onRevision(id: string, revisionHash: string): Promise<void> {
  await ground.database.$executeRawUnsafe("PRAGMA foreign_keys = OFF");
  await ground.database.attempt.update({ where: { id }, data: { revisionHash } });
  await ground.database.$executeRawUnsafe("PRAGMA foreign_keys = ON");
}

test("a log with a number that no number here holds is not played on, and hides nothing else", async () => {
  const { database } = ground;
  const scenario = await ground.publish(twoMoments());
  const sound = await Play.begin(ground, scenario);
  await sound.say("Ask her.");
  await sound.say("Promise.");
  const { attemptId, person } = await Play.begin(ground, scenario);
  await database.$executeRaw`
    INSERT INTO "AttemptEvent" ("attemptId", "seq", "key", "payload")
    VALUES (${attemptId}, 9007199254740993, 'by-hand', '{"type":"cheated"}')`;
  const found = await findAttempt(database, { attemptId, personId: person.id });
  expect(found?.kind).toBe("broken");
  const { attempts } = await ownData(database, person.id, new Date());
  const payloadsOf = (id: string) =>
    attempts.find((one) => one.id === id)?.events.map(({ payload }) => payload);
  expect(payloadsOf(sound.attemptId)).toMatchObject([
    { type: "attempt.started" },
    { type: "choice.made" },
    { type: "choice.made" },
  ]);
  expect(payloadsOf(attemptId)).toMatchObject([{ type: "attempt.started" }, { type: "cheated" }]);
  const broken = await brokenAttempts(database);
  expect(broken).toContain(attemptId);
  expect(broken).not.toContain(sound.attemptId);
});

test("lists call a run whose revision is gone by the name of its role-play", async () => {
  const scenario = await ground.publish(twoMoments());
  const { attemptId, person } = await Play.begin(ground, scenario);
  await onRevision(attemptId, "gone");
  expect(await brokenAttempts(ground.database)).toContain(attemptId);
  const { slug } = scenario.definition;
  const { runs } = await listOwnAttempts(ground.database, person.id);
  const { attempts } = await ownData(ground.database, person.id, new Date());
  for (const listed of [runs, attempts]) {
    expect(listed.find(({ id }) => id === attemptId)?.title).toBe(slug);
  }
});

test("a run whose revision is gone is put aside by a new start", async () => {
  const scenario = await ground.publish(twoMoments());
  const { attemptId, person } = await Play.begin(ground, scenario);
  await onRevision(attemptId, "gone");
  const begun = await startAttempt(ground.database, { person, scenario, mode: "official" });
  expect(begun.continued).toBe(false);
  expect(begun.attemptId).not.toBe(attemptId);
});

test.each(damages)("a log with %s is not played on, and kept as it is", async (_, damage) => {
  const play = await Play.begin(ground, await ground.publish(twoMoments()));
  const second = await play.look();
  await play.say("Ask her.");
  await withoutTriggers(ground.database);
  await damage(play);
  const before = await play.events();
  const { attemptId, person } = play;
  const found = await findAttempt(ground.database, { attemptId, personId: person.id });
  expect(found?.kind).toBe("broken");
  const outcome = await play.send({ seq: 2, choice: second.choices[0]?.value ?? "" });
  expect(outcome.kind).toBe("broken");
  expect(await play.events()).toEqual(before);
});

test("an attempt goes on with the revision that it began with, whatever is published since", async () => {
  const first = await ground.publish(twoMoments());
  const play = await Play.begin(ground, first);
  const [opening] = first.definition.scenes;
  if (opening === undefined) throw new Error("No scene.");
  await ground.publish({
    ...first.definition,
    scenes: [{ ...opening, choices: opening.choices.slice(1, 2) }],
  });
  await play.say("Ask her.");
  await play.say("Promise.");
  expect(await play.row()).toMatchObject({ revisionHash: first.revision, ending: "thanks" });
});

test("the score is the rules' of its revision: an ending that passes, and what a pass requires", async () => {
  const pass = { mark: null, requires: ["ownership"], at: { line: 1, column: 1 } };
  const scenario = await ground.publish(
    twoMoments({ pass, behaviours: ["listening", "ownership"] }),
  );
  const play = await Play.begin(ground, scenario);
  await play.say("Ask her.");
  await play.say("Promise.");
  expect(await play.row()).toMatchObject({ ending: "thanks", outcome: "failed" });
  expect((await play.look()).result).toMatchObject({
    passed: false,
    endedWell: true,
    required: ["ownership"],
  });
  const { database, ana: person } = ground;
  expect(await database.completion.count({ where: { slug: scenario.definition.slug } })).toBe(0);
  const again = await startAttempt(database, { person, scenario, mode: "official" });
  expect(again.continued).toBe(false);
});
