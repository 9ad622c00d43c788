/** Rows of content that a hand edited: a start reads all the rest, and what its file still says. */
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { planOf, publishPlan, wayBack } from "~/server/content/publish.server";
import type { Publishing } from "~/server/content/publish-plan.server";
import { ContentStore } from "~/server/content/store.server";
import {
  aContentFolder,
  ContentFolder,
  contentFiles,
  scenarioFile,
  scenarioPlace,
} from "tests/factories/content-folder";
import { each, whileDamaged } from "tests/setup/damage";
import { aDatabase, withoutTriggers, type TestDatabase } from "tests/setup/database";

vi.stubEnv("LOG_LEVEL", "silent");

const folder = new ContentFolder(contentFiles);
let ground: TestDatabase;
beforeAll(async () => {
  ground = await aDatabase();
  await started();
  await withoutTriggers(ground.database);
  await ground.database.$executeRawUnsafe("PRAGMA foreign_keys = OFF");
});
afterAll(async () => {
  await ground.close();
  folder.clear();
});

/** What a process reads that has read nothing before. */
async function started(publishing: Publishing = "by-hand", from = folder, test = ground) {
  const folders = { shipped: from.path, own: null };
  const store = new ContentStore({ database: test.database, folders, cacheFolder: null });
  store.publishing = publishing;
  await store.load();
  return store;
}

async function inUse(): Promise<string[]> {
  const { catalogue } = (await started()).snapshot;
  const { courses, lessons, scenarios, paths, vocabulary } = catalogue;
  return [
    ...[...courses, ...lessons, ...scenarios, ...paths].map((one) => one.definition.title),
    ...vocabulary.map(({ name }) => name),
  ];
}

const aLesson = (column: string) =>
  `"${column}" = (SELECT MIN("${column}") FROM "Publication" WHERE "kind" = 'lesson')`;
const itsRevision = `"hash" = (SELECT "revisionHash" FROM "Publication" WHERE ${aLesson("slug")})`;

test.each([
  ...each("Publication", aLesson("slug"), ["kind", "slug", "revisionHash", "heldBack"]),
  ...each("PublicationChange", `"seq" = 1`, ["kind", "slug", "fromHash", "toHash", "at"]),
  ...each("Revision", itsRevision, ["body"]),
])("content is loaded with text that is no UTF-8 in $table ($columns)", async (damage) => {
  const all = await inUse();
  const { found, written } = await whileDamaged(ground.database, damage, inUse);
  expect(written).toBe(1);
  expect(found.length).toBeGreaterThanOrEqual(all.length - 1);
});

test.each(
  each("Revision", itsRevision, [
    ...["hash", "kind", "slug", "title", "languageVersion", "source", "definition", "assets"],
    "createdAt",
  ]),
)("a start takes from its file what is no UTF-8 in a revision's $columns", async (damage) => {
  const all = await inUse();
  const { found, written } = await whileDamaged(ground.database, damage, inUse);
  expect(written).toBe(1);
  expect(found).toEqual(all);
});

const kinds = ["behaviours", "course", "lesson", "path", "scenario"];
const cells = ["{", "null", "{}", '[{"steps":1}]', '{"title":7,"steps":[null]}', "7"];

test.each(kinds.flatMap((kind) => cells.map((cell) => ({ kind, cell }))))(
  "a start reads everything where the definition of a $kind is $cell",
  async ({ kind, cell }) => {
    const all = await inUse();
    const { database } = ground;
    const revisions = await database.revision.findMany({
      where: { publications: { some: { kind } } },
    });
    await database.revision.updateMany({ where: { kind }, data: { definition: cell } });
    const found = await inUse();
    for (const { hash, definition } of revisions) {
      await database.revision.update({ where: { hash }, data: { definition } });
    }
    expect(found).toEqual(all);
  },
);

type Definition = Record<string, unknown>;

/** What lists and homes are made of, made something else deep in a definition that is read otherwise. */
const deep: readonly (readonly [kind: string, spoil: Definition])[] = [
  ["scenario", { briefing: 7 }],
  ["scenario", { cast: [7] }],
  ["scenario", { scenes: null }],
  ["scenario", { behaviours: [null] }],
  ["lesson", { checks: null }],
  ["lesson", { scenarios: [7] }],
  ["lesson", { course: 7 }],
  ["course", { behaviours: null }],
  ["course", { steps: [{ kind: "lesson" }] }],
  ["path", { steps: [{ kind: "else", dueAfterDays: 0 }] }],
  ["path", { steps: [{ kind: "lesson", lesson: "care/hear-first" }] }],
];

test.each(deep)("a %s with %j deep in it is taken from its file", async (kind, spoil) => {
  const { database } = ground;
  const [row] = await database.revision.findMany({
    where: { publications: { some: { kind } } },
  });
  if (!row) throw new Error("The folder has one of each kind.");
  const { definition } = row;
  const spoilt = JSON.stringify({ ...(JSON.parse(definition) as Definition), ...spoil });
  const where = { hash: row.hash };
  await database.revision.update({ where, data: { definition: spoilt } });
  const { catalogue } = (await started()).snapshot;
  await database.revision.update({ where, data: { definition } });
  const { courses, lessons, scenarios, paths } = catalogue;
  const found = [...courses, ...lessons, ...scenarios, ...paths].map((one) => one.definition);
  expect(found).toContainEqual(JSON.parse(definition));
});

/** A role-play whose revision in use cannot be read, and whose file says something else. */
async function oneThatIsGone(publishing: Publishing) {
  const own = aContentFolder();
  const test = await aDatabase();
  const before = await started(publishing, own, test);
  const revision = before.snapshot.catalogue.scenario("parcel")?.revision ?? "";
  await withoutTriggers(test.database);
  await test.database.revision.update({ where: { hash: revision }, data: { definition: "{" } });
  return { own, test, revision };
}

test("what cannot be read is out of use and takes nothing else away, and its file can be published", async () => {
  const { own, test } = await oneThatIsGone("by-hand");
  own.write(scenarioPlace, scenarioFile({ title: "The late parcel" }));
  const store = await started("by-hand", own, test);
  const { catalogue, waiting } = store.snapshot;
  expect(catalogue.scenario("parcel")).toBeNull();
  expect(catalogue.lessons).toHaveLength(1);
  expect(waiting).toHaveLength(1);
  const plan = await planOf(store, test.database, []);
  if (!plan.ok) throw new Error(plan.problem);
  const by = { actor: { id: null, address: null }, by: "command" } as const;
  expect(await publishPlan(store, test.database, plan.value, by)).toBe(true);
  expect(store.snapshot.catalogue.scenario("parcel")?.definition.title).toBe("The late parcel");
  await test.close();
});

test("from what cannot be read there is a way back to what was in use before it", async () => {
  const { own, test, revision } = await oneThatIsGone("by-hand");
  own.write(scenarioPlace, scenarioFile({ title: "The late parcel" }));
  const store = await started("by-hand", own, test);
  const late = store.onDisk.get("scenario:parcel") ?? "";
  const by = { actor: { id: null, address: null }, by: "command" } as const;
  for (const wanted of [`scenario:parcel@${late}`, `scenario:parcel@${revision}`]) {
    const plan = await planOf(store, test.database, [wanted]);
    if (!plan.ok) throw new Error(plan.problem);
    expect(await publishPlan(store, test.database, plan.value, by)).toBe(true);
  }
  expect(store.snapshot.inUse.get("scenario:parcel")?.hash).toBe(revision);
  expect(await wayBack(store, test.database, "parcel")).toMatchObject({ ok: true });
  await test.close();
});

test("a saved file takes the place of what cannot be read, and a run of what its file still says goes on", async () => {
  const { own, test, revision } = await oneThatIsGone("on-save");
  const store = await started("on-save", own, test);
  expect(store.snapshot.catalogue.scenario("parcel")?.revision).toBe(revision);
  expect((await store.revision(revision))?.definition).toMatchObject({ title: "The parcel" });
  own.write(scenarioPlace, scenarioFile({ title: "The late parcel" }));
  await store.load();
  expect(store.snapshot.catalogue.scenario("parcel")?.definition.title).toBe("The late parcel");
  await test.close();
});
