import { afterEach, beforeEach, expect, test } from "vitest";
import type { Database } from "~/server/db.server";
import { readLibrary } from "~/server/learning/library.server";
import { aCatalogue } from "tests/factories/a-catalogue";
import { aCourse, aLesson, aPath } from "tests/factories/a-lesson";
import { aPerson } from "tests/factories/a-person";
import { anAttempt } from "tests/factories/an-attempt";
import { aScenario } from "tests/factories/scenario";
import { aDatabase, counting, type TestDatabase } from "tests/setup/database";

const slugs = ["bus", "coat", "door", "fair", "game"] as const;
const step = (scenario: string) => ({ kind: "scenario", scenario }) as const;

const content = {
  ...aCatalogue({
    lessons: [aLesson()],
    scenarios: slugs.map((slug) =>
      aScenario({ slug, title: slug, behaviours: slug === "game" ? ["kindness"] : ["listening"] }),
    ),
    courses: [
      aCourse({ title: "Care", steps: [step("door"), step("game"), step("gone")] }),
      aCourse({ slug: "more", title: "More", steps: [step("gone")] }),
    ],
    paths: [
      aPath({
        steps: [
          { ...step("fair"), dueAfterDays: 1 },
          { ...step("door"), dueAfterDays: 2 },
        ],
      }),
    ],
  }),
  vocabulary: [
    { tag: "listening", name: "Listening", rule: "", signs: [], counterExamples: [] },
    { tag: "kindness", name: "Kindness", rule: "", signs: [], counterExamples: [] },
    { tag: "empathy", name: "Empathy", rule: "", signs: [], counterExamples: [] },
  ],
};

let open: TestDatabase;
let person: Awaited<ReturnType<typeof aPerson>>;
beforeEach(async () => {
  open = await aDatabase();
  person = await aPerson(open.database);
  const assigned = { personId: person.id, pathSlug: "onboarding", startDate: person.startDate };
  await open.database.assignment.create({ data: assigned });
});
afterEach(() => open.close());

function library(
  query: { readonly behaviour?: string; readonly course?: string } = {},
  database: Database = open.database,
) {
  return readLibrary(database, content, person, { behaviour: null, course: null, ...query });
}

function listed(items: readonly { readonly slug: string }[] | null): string[] | undefined {
  return items?.map(({ slug }) => slug);
}

test("the whole library has what is begun first, then what the path still asks for", async () => {
  await anAttempt(open.database, { personId: person.id, scenarioSlug: "coat", open: true });
  await anAttempt(open.database, { personId: person.id, scenarioSlug: "bus", outcome: "failed" });
  const { groups, narrowed } = await library();
  expect(groups.map(({ id, items }) => [id, ...items.map(({ slug }) => slug)])).toEqual([
    ["begun", "coat"],
    ["path", "fair", "door"],
    ["others", "bus", "game"],
  ]);
  expect(narrowed).toBeNull();
});

test("it is narrowed by behaviour, by course and by both, and only to what there is", async () => {
  const whole = await library();
  expect(whole.behaviours.map(({ label }) => label)).toEqual(["Listening", "Kindness"]);
  expect(whole.courses).toEqual([{ value: "care", label: "Care" }]);
  expect(listed((await library({ behaviour: "kindness" })).narrowed)).toEqual(["game"]);
  expect(listed((await library({ course: "care" })).narrowed)).toEqual(["door", "game"]);
  const both = await library({ behaviour: "listening", course: "care" });
  expect(listed(both.narrowed)).toEqual(["door"]);
  const neither = await library({ behaviour: "nonsense", course: "more" });
  expect(neither.narrowed).toBeNull();
});

test("however many role-plays there are, the database is asked as often", async () => {
  const few = counting(open.database);
  await library({}, few.counted);
  for (const scenarioSlug of slugs) {
    await anAttempt(open.database, { personId: person.id, scenarioSlug, outcome: "failed" });
  }
  const many = counting(open.database);
  await library({}, many.counted);
  expect(many.count.asked).toBe(few.count.asked);
});
