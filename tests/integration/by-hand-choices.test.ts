import { afterEach, beforeEach, expect, test } from "vitest";
import { peopleToRecord, recordable } from "~/server/learning/by-hand-choices.server";
import { aCatalogue } from "tests/factories/a-catalogue";
import { aCourse, aLesson, aPath } from "tests/factories/a-lesson";
import { aPerson } from "tests/factories/a-person";
import { aScenario } from "tests/factories/scenario";
import { aDatabase, type TestDatabase } from "tests/setup/database";

let open: TestDatabase;
beforeEach(async () => {
  open = await aDatabase();
});
afterEach(() => open.close());

test("what can be recorded by hand is grouped: courses, lessons by course, role-plays, paths", () => {
  const orphan = aLesson({ id: "gone/alone", course: "gone", title: "Alone" });
  const content = aCatalogue({
    lessons: [aLesson(), orphan],
    courses: [aCourse({ title: "Care" })],
    scenarios: [aScenario({ slug: "z", title: "Zebra" }), aScenario({ slug: "a", title: "Ant" })],
    paths: [aPath()],
  });
  const groups = recordable(content);
  expect(groups.map(({ label }) => label)).toEqual([
    "Courses",
    "Lessons of “Care”",
    "Other lessons",
    "Role-plays",
    "Paths",
  ]);
  expect(groups.flatMap(({ options }) => options.map(({ value }) => value))).toEqual([
    "course:care",
    "lesson:care/hear-first",
    "lesson:gone/alone",
    "scenario:a",
    "scenario:z",
    "path:onboarding",
  ]);
});

test("the people to pick from are those whose record one may keep, by name, without oneself", async () => {
  const manager = await aPerson(open.database, { name: "Mona", roles: ["manager"] });
  const trainer = await aPerson(open.database, { name: "Tove", roles: ["trainer"] });
  await aPerson(open.database, { name: "Zoe", managerId: manager.id });
  await aPerson(open.database, { name: "de Vries", managerId: manager.id });
  await aPerson(open.database, { name: "Émile", managerId: manager.id });
  await aPerson(open.database, { name: "Ana", managerId: manager.id });
  const gone = await aPerson(open.database, { name: "Ben", managerId: manager.id });
  await open.database.person.update({
    where: { id: gone.id },
    data: { deactivatedAt: new Date() },
  });
  const namesFor = async (id: string, roles: ("manager" | "trainer")[]) =>
    (await peopleToRecord(open.database, { id, roles })).map(({ name }) => name);
  expect(await namesFor(manager.id, ["manager"])).toEqual(["Ana", "de Vries", "Émile", "Zoe"]);
  expect(await namesFor(trainer.id, ["trainer"])).toEqual([
    ...["Ana", "de Vries", "Émile", "Mona", "Zoe"],
  ]);
  expect(await peopleToRecord(open.database, { id: gone.id, roles: [] })).toEqual([]);
});
