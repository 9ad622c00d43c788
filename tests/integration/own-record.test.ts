import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ownData } from "~/server/learning/own-data.server";
import {
  listOwnAttempts,
  listOwnCompletions,
  ownBehaviours,
} from "~/server/learning/own-record.server";
import { aCatalogue } from "tests/factories/a-catalogue";
import { aPerson } from "tests/factories/a-person";
import { anAttempt } from "tests/factories/an-attempt";
import { aScenario } from "tests/factories/scenario";
import { aDatabase, withoutTriggers, type TestDatabase } from "tests/setup/database";

vi.mock("~/server/content/catalogue.server", () => ({
  scenarioOfRevision: () => Promise.resolve(aScenario()),
}));

const catalogue = {
  ...aCatalogue(),
  vocabulary: [
    { tag: "listening", name: "Listening", rule: "", signs: [], counterExamples: [] },
    { tag: "kindness", name: "Kindness", rule: "", signs: [], counterExamples: [] },
  ],
};

let open: TestDatabase;
beforeEach(async () => {
  open = await aDatabase();
});
afterEach(() => open.close());

async function played(
  personId: string,
  choice: string,
  mode: "practice" | "official" = "official",
) {
  const outcome = choice === "say-back" ? "passed" : "failed";
  const attempt = await anAttempt(open.database, { personId, mode, outcome });
  const events = [{ type: "attempt.started" }, { type: "choice.made", scene: "opening", choice }];
  await open.database.attemptEvent.createMany({
    data: events.map((event, seq) => ({
      attemptId: attempt.id,
      seq,
      key: `k${String(seq)}`,
      payload: JSON.stringify(event),
    })),
  });
  return attempt;
}

test("behaviours are summed over official runs alone, and over one's own", async () => {
  const person = await aPerson(open.database);
  const other = await aPerson(open.database);
  await played(person.id, "say-back");
  await played(person.id, "point");
  await played(person.id, "point", "practice");
  await played(other.id, "point");
  expect(await ownBehaviours(open.database, catalogue, person.id)).toEqual([
    { name: "Listening", shown: 1, offered: 2 },
  ]);
});

test("a run whose log is damaged is listed and adds nothing", async () => {
  const person = await aPerson(open.database);
  const attempt = await played(person.id, "say-back");
  await withoutTriggers(open.database);
  await open.database.attemptEvent.updateMany({
    where: { attemptId: attempt.id, seq: 1 },
    data: { payload: "{" },
  });
  expect(await ownBehaviours(open.database, catalogue, person.id)).toEqual([]);
  expect(await listOwnAttempts(open.database, person.id)).toHaveLength(1);
});

test("a completion leads to the run that it rests on", async () => {
  const person = await aPerson(open.database);
  const attempt = await played(person.id, "say-back");
  await open.database.completion.create({
    data: {
      personId: person.id,
      kind: "scenario",
      slug: "parcel",
      title: "The parcel",
      revisionHash: attempt.revisionHash,
      rule: "scenario.official-pass@1",
      evidence: JSON.stringify([{ kind: "attempt", id: attempt.id }]),
      because: "Complete because an official run ended with a pass.",
      timeZone: "Europe/Lisbon",
      requirement: "r",
    },
  });
  expect(await listOwnCompletions(open.database, person.id)).toMatchObject([
    { title: "The parcel", attemptId: attempt.id },
  ]);
});

test("a copy of one's data holds all of it, nothing of anybody else and no password", async () => {
  const other = await aPerson(open.database, { name: "Somebody Else" });
  const person = await aPerson(open.database);
  await open.database.person.update({ where: { id: person.id }, data: { passwordHash: "HASH" } });
  await played(person.id, "say-back", "practice");
  await played(other.id, "point");
  const words = { personId: person.id, lessonId: "care/hear-first" };
  await open.database.goal.create({ data: { ...words, when: "it rains", will: "hold the door" } });
  await open.database.reflection.create({ data: { ...words, reflectionId: "own", text: "Mine." } });
  await open.database.reflection.create({
    data: { ...words, personId: other.id, reflectionId: "own", text: "THEIRS" },
  });
  const data = await ownData(open.database, person.id, new Date());
  expect(data).toMatchObject({
    person: { email: person.email, roles: ["learner"] },
    attempts: [{ mode: "practice", events: [{}, { payload: { choice: "say-back" } }] }],
    goals: [{ when: "it rains", will: "hold the door" }],
    reflections: [{ text: "Mine." }],
  });
  expect(JSON.stringify(data)).not.toMatch(/HASH|THEIRS|Somebody Else/);
});
