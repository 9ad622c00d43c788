import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ownData } from "~/server/learning/own-data.server";
import { ownDataPage } from "~/server/learning/own-data-page.server";
import {
  listOwnAttempts,
  listOwnCompletions,
  ownBehaviours,
} from "~/server/learning/own-record.server";
import { personalTables } from "~/server/people/personal-tables.server";
import { aCatalogue } from "tests/factories/a-catalogue";
import { aCompletion } from "tests/factories/a-completion";
import { aPerson } from "tests/factories/a-person";
import { anAttempt, someEvents } from "tests/factories/an-attempt";
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
  await someEvents(open.database, attempt.id, events);
  return attempt;
}

test("behaviours are summed over official runs alone, and over one's own", async () => {
  const person = await aPerson(open.database);
  const other = await aPerson(open.database);
  await played(person.id, "say-back");
  await played(person.id, "point");
  await played(person.id, "point", "practice");
  await played(other.id, "point");
  expect(await ownBehaviours(open.database, catalogue, person.id)).toEqual({
    behaviours: [{ name: "Listening", shown: 1, offered: 2, repaired: 0 }],
    latest: null,
  });
});

test("over how many official runs behaviours are summed is known where there are more", async () => {
  const person = await aPerson(open.database);
  for (const choice of ["say-back", "say-back", "point"]) await played(person.id, choice);
  const most = async (runs: number) => ownBehaviours(open.database, catalogue, person.id, runs);
  expect(await most(2)).toMatchObject({ behaviours: [{ offered: 2 }], latest: 2 });
  expect(await most(3)).toMatchObject({ behaviours: [{ offered: 3 }], latest: null });
});

test("however much somebody practises, their official runs are listed, and what is left out is counted", async () => {
  const person = await aPerson(open.database);
  const official = await played(person.id, "say-back");
  const practised: string[] = [];
  for (let run = 0; run < 12; run += 1) {
    const startedAt = new Date(Date.UTC(2026, 10, 21, 9, run));
    const practice = { personId: person.id, mode: "practice", startedAt } as const;
    practised.push((await anAttempt(open.database, practice)).id);
  }
  const { runs, older } = await listOwnAttempts(open.database, person.id);
  expect(new Set(runs.map(({ id }) => id))).toEqual(new Set([...practised.slice(2), official.id]));
  expect(runs.at(-1)?.id).toBe(official.id);
  expect(older).toEqual({ [official.scenarioSlug]: 2 });
});

test("a run whose log is damaged is listed and adds nothing", async () => {
  const person = await aPerson(open.database);
  const attempt = await played(person.id, "say-back");
  await withoutTriggers(open.database);
  await open.database.attemptEvent.updateMany({
    where: { attemptId: attempt.id, seq: 1 },
    data: { payload: "{" },
  });
  expect((await ownBehaviours(open.database, catalogue, person.id)).behaviours).toEqual([]);
  expect((await listOwnAttempts(open.database, person.id)).runs).toHaveLength(1);
});

test("a completion leads to the run that it rests on", async () => {
  const person = await aPerson(open.database);
  const attempt = await played(person.id, "say-back");
  await aCompletion(open.database, {
    personId: person.id,
    kind: "scenario",
    revisionHash: attempt.revisionHash,
    evidence: JSON.stringify([{ kind: "attempt", id: attempt.id }]),
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

test("a copy of one's data gives nothing away of an official run that goes on, and all of it afterwards", async () => {
  const person = await aPerson(open.database);
  const attempt = await anAttempt(open.database, { personId: person.id, open: true });
  await someEvents(open.database, attempt.id, [
    { type: "attempt.started", draws: { patience: "LOW" }, time: "tenfold" },
    { type: "choice.made", scene: "SCENE", choice: "BLAME-THE-RULE" },
    { type: "reply.typed", scene: "SCENE", row: "ROW", phrase: "PHRASE", words: "So it was nine." },
    { type: "time.ranOut", scene: "SCENE" },
  ]);
  const copy = async () =>
    JSON.stringify((await ownData(open.database, person.id, new Date())).attempts);
  const now = await copy();
  expect(now).not.toMatch(/LOW|SCENE|BLAME|ROW|PHRASE/);
  expect(now).toContain("So it was nine.");
  expect(now).toContain("follows once it has ended");
  expect((await ownDataPage(open.database, person.id, new Date())).attempts).toMatchObject([
    { answers: 3, said: ["So it was nine."] },
  ]);
  const ended = { endedAt: new Date(), openAs: null, outcome: "failed" };
  await open.database.attempt.update({ where: { id: attempt.id }, data: ended });
  const later = await copy();
  for (const word of ["LOW", "SCENE", "BLAME-THE-RULE", "ROW", "PHRASE"])
    expect(later).toContain(word);
  expect(later).not.toContain("follows once");
});

test("what was changed about one's records and runs was changed about oneself", async () => {
  const person = await aPerson(open.database);
  const other = await aPerson(open.database);
  const run = await played(person.id, "say-back");
  const record = await aCompletion(open.database, { personId: person.id });
  const theirs = await aCompletion(open.database, { personId: other.id });
  const add = (action: string, subject: string, actorId: string, detail: object = {}) =>
    open.database.auditEntry.create({
      data: { action, subject, actorId, address: "192.0.2.1", detail: JSON.stringify(detail) },
    });
  await add("attempt.shared", `attempt:${run.id}`, person.id, { with: "trainer", words: false });
  await add("completion.corrected", `completion:${record.id}`, "a-trainer");
  await add("attempt.granted", "scenario:parcel", "a-manager", { personId: person.id });
  await add("completion.corrected", `completion:${theirs.id}`, person.id, { kind: "lesson" });
  await add("attempt.granted", "scenario:parcel", "a-manager", { personId: other.id });
  const { changes } = await ownData(open.database, person.id, new Date());
  expect(changes.map(({ aboutMe, inWords }) => ({ aboutMe, inWords }))).toEqual([
    {
      aboutMe: true,
      inWords:
        "You shared a run of the role-play “The parcel” with the trainers, without what you typed in it",
    },
    {
      aboutMe: true,
      inWords: "Somebody else took back your completion of the lesson “Hear first”",
    },
    {
      aboutMe: true,
      inWords: "Somebody else gave you one more official run of the role-play “The parcel”",
    },
    { aboutMe: false, inWords: "You took back somebody’s completion" },
  ]);
});

test("a step back in a practice is not counted as an answer", async () => {
  const person = await aPerson(open.database);
  const attempt = await anAttempt(open.database, { personId: person.id, mode: "practice" });
  await someEvents(open.database, attempt.id, [
    { type: "attempt.started" },
    { type: "choice.made", scene: "opening", choice: "point" },
    { type: "attempt.rewound", to: 1 },
    { type: "choice.made", scene: "opening", choice: "say-back" },
  ]);
  const page = await ownDataPage(open.database, person.id, new Date());
  expect(page.attempts).toMatchObject([{ answers: 2 }]);
});

test("a copy of one's data has a place for every table that tells of a person", async () => {
  const person = await aPerson(open.database, { paths: ["onboarding"] });
  await played(person.id, "say-back");
  const row = { personId: person.id, lessonId: "care/hear-first" };
  await open.database.checkAnswer.create({
    data: { ...row, revisionHash: "r", checkId: "c", options: "[]", correct: true },
  });
  const goal = await open.database.goal.create({ data: { ...row, when: "x", will: "y" } });
  await open.database.goalReview.create({
    data: { personId: person.id, goalId: goal.id, outcome: "did" },
  });
  await open.database.selfRating.create({
    data: { ...row, ratingId: "r", prompt: "How sure?", sure: 2 },
  });
  await open.database.reflection.create({ data: { ...row, reflectionId: "r", text: "z" } });
  await open.database.keptForm.create({
    data: {
      personId: person.id,
      path: "/attempts/1",
      fields: JSON.stringify([
        ["seq", "3"],
        ["reply", "So it was the blue one?"],
      ]),
    },
  });
  await open.database.attemptGrant.create({
    data: { personId: person.id, scenarioSlug: "parcel", authorId: "m", reason: "once more" },
  });
  await open.database.auditEntry.create({
    data: {
      action: "person.changed",
      subject: `person:${person.id}`,
      actorId: "an-administrator",
      address: "192.0.2.1",
      detail: JSON.stringify({
        changed: { team: [null, "Returns"], managerEmail: [null, "boss@example.test"] },
      }),
    },
  });
  await aCompletion(open.database, { personId: person.id });
  const data = await ownData(open.database, person.id, new Date());
  const places = Object.values(personalTables).flatMap(({ ownData: place }) => place ?? []);
  for (const place of places) {
    const held: unknown = data[place as keyof typeof data];
    expect({ place, empty: Array.isArray(held) ? held.length === 0 : held == null }).toEqual({
      place,
      empty: false,
    });
  }
  expect(data.changes).toMatchObject([
    {
      action: "person.changed",
      by: "other",
      from: null,
      detail: { changed: { team: [null, "Returns"], managerEmail: true } },
      inWords: "Somebody else changed your details: the team from none to Returns and the manager",
    },
  ]);
  expect(JSON.stringify(data)).not.toContain("boss@example.test");
  const page = await ownDataPage(open.database, person.id, new Date());
  expect(page.lessons).toMatchObject([
    {
      answers: 1,
      ratings: 1,
      goals: [{ when: "x", outcome: "did" }],
      reflections: [{ text: "z" }],
    },
  ]);
  expect(page.attempts).toMatchObject([{ title: "The parcel", answers: 1, ended: true }]);
  expect(page.grants).toMatchObject([{ title: "The parcel", reason: "once more" }]);
  expect(page.notSavedYet).toMatchObject([
    { path: "/attempts/1", words: ["So it was the blue one?"] },
  ]);
});

test("one's own data call a path as its pages do, and by its name where it is gone", async () => {
  const person = await aPerson(open.database);
  const revision = { kind: "path", slug: "onboarding", title: "Your first two weeks" };
  const text = { source: "", definition: "{}", assets: "{}", languageVersion: 1 };
  await open.database.revision.create({ data: { hash: "p", ...revision, ...text } });
  for (const pathSlug of ["onboarding", "long-gone"]) {
    const assignment = { personId: person.id, pathSlug, startDate: "2026-11-02" };
    await open.database.assignment.create({ data: assignment });
  }
  const page = await ownDataPage(open.database, person.id, new Date());
  expect([...page.person.paths].sort()).toEqual(["Your first two weeks", "long-gone"]);
});
