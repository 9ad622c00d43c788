import { readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { ContentStore } from "~/server/content/store.server";
import type { ContentFolders } from "~/server/content/folders.server";
import {
  aContentFolder,
  aFolderOf,
  type ContentFolder,
  lessonFile,
  lessonPlace,
  scenarioFile,
  scenarioPlace,
} from "tests/factories/content-folder";
import { aDatabase, type TestDatabase } from "tests/setup/database";

const databases: TestDatabase[] = [];
afterAll(async () => {
  await Promise.all(databases.map((each) => each.close()));
});

interface Setting {
  readonly shipped?: ContentFolder;
  readonly own?: ContentFolder;
  readonly database?: TestDatabase;
  readonly cacheFolder?: string;
}

async function aStore({ shipped = aContentFolder(), own, database, cacheFolder }: Setting = {}) {
  const held = database ?? (await aDatabase());
  if (database === undefined) databases.push(held);
  const folders: ContentFolders = { shipped: shipped.path, own: own?.path ?? null };
  const store = new ContentStore({
    database: held.database,
    folders,
    cacheFolder: cacheFolder ?? null,
  });
  const loaded = await store.load();
  return { store, loaded, shipped, database: held };
}

function errorsOf(store: ContentStore): string[] {
  return store.snapshot.pieces.flatMap(({ diagnostics }) =>
    diagnostics.filter(({ severity }) => severity === "error").map(({ rule }) => rule),
  );
}

test("everything that is right is in use after a load", async () => {
  const { store, database } = await aStore();
  const { catalogue, modules } = store.snapshot;
  expect(errorsOf(store)).toEqual([]);
  expect(catalogue.vocabulary.map(({ tag }) => tag)).toEqual(["listening", "empathy"]);
  expect(catalogue.course("basics")?.definition.steps).toEqual([
    { kind: "lesson", lesson: "basics/say-it-back" },
    { kind: "scenario", scenario: "parcel" },
  ]);
  expect(catalogue.path("onboarding")?.definition.steps).toHaveLength(2);
  const lesson = catalogue.lesson("basics/say-it-back");
  expect(modules.get(lesson?.revision ?? "")?.text).not.toContain("secret feedback");
  expect(await database.database.revision.count()).toBe(5);
  expect(await database.database.publication.count()).toBe(5);
});

test("the organisation's own file replaces the shipped one, and another adds to it", async () => {
  const own = aFolderOf({
    [lessonPlace]: lessonFile({ title: "Our own words" }),
    "scenarios/desk/index.mdx": scenarioFile({ title: "The desk" }),
  });
  const { store } = await aStore({ own });
  const { catalogue } = store.snapshot;
  expect(catalogue.lesson("basics/say-it-back")?.definition.title).toBe("Our own words");
  expect(catalogue.scenario("desk")?.definition.title).toBe("The desk");
  expect(catalogue.scenario("parcel")?.definition.title).toBe("The parcel");
});

test("a picture of the organisation's own is a new revision of the shipped lesson", async () => {
  const text = '<Figure src="./a.svg" alt="A" caption="A" />';
  const shipped = aContentFolder({
    [lessonPlace]: lessonFile({ text }),
    "courses/basics/01-say-it-back/a.svg": "<svg/>",
  });
  const { store, database } = await aStore({ shipped });
  const before = store.snapshot.catalogue.lesson("basics/say-it-back")?.revision ?? "";
  const own = aFolderOf({ "courses/basics/01-say-it-back/a.svg": "<svg id='own'/>" });
  const { store: laidOver } = await aStore({ shipped, own, database });
  const after = laidOver.snapshot.catalogue.lesson("basics/say-it-back")?.revision ?? "";
  expect(after).not.toBe(before);
  const [old, fresh] = await Promise.all([laidOver.revision(before), laidOver.revision(after)]);
  const bytesOf = async (hash: string | undefined) =>
    Buffer.from(
      (await database.database.asset.findUniqueOrThrow({ where: { hash: hash ?? "" } })).bytes,
    ).toString();
  expect(await bytesOf(old?.assets["a.svg"])).toBe("<svg/>");
  expect(await bytesOf(fresh?.assets["a.svg"])).toBe("<svg id='own'/>");
});

test("a broken edit keeps the last good revision in use, also after a restart", async () => {
  const { store, shipped, database } = await aStore();
  const good = store.snapshot.catalogue.scenario("parcel");
  shipped.write(scenarioPlace, scenarioFile({ target: "nowhere" }));
  const { changes } = await store.load();
  expect(store.snapshot.catalogue.scenario("parcel")).toEqual(good);
  expect(changes).toEqual([
    expect.stringMatching(/^scenarios\/parcel\/index\.mdx:18:\d+ .*stays in use\.$/),
  ]);
  const { store: restarted } = await aStore({ shipped, database });
  expect(restarted.snapshot.catalogue.scenario("parcel")).toEqual(good);
  expect(errorsOf(restarted)).toEqual(["choice/target"]);
});

test("a broken lesson is shown as it last was, also after a restart without the compiled one", async () => {
  const { store, shipped, database } = await aStore();
  const good = store.snapshot.catalogue.lesson("basics/say-it-back");
  shipped.write(lessonPlace, lessonFile({ text: "{1 + 1}" }));
  shipped.write("behaviours.yml", "behaviours: [");
  const { store: restarted } = await aStore({ shipped, database });
  expect(restarted.snapshot.catalogue.lesson("basics/say-it-back")).toEqual(good);
  expect(restarted.snapshot.modules.has(good?.revision ?? "")).toBe(true);
});

test("one bad file never takes the others down", async () => {
  const shipped = aContentFolder({
    "scenarios/broken/index.mdx": "---\ntitle: [\n---\n<Scene>",
    "courses/basics/02-broken/index.mdx": lessonFile({ text: "<script>alert(1)</script>" }),
    "courses/other/course.yml": "title: only",
    "paths/broken.yml": "steps: 3",
    "scenarios/binary/index.mdx": new Uint8Array([0xff, 0xfe, 0x00]),
  });
  const { store } = await aStore({ shipped });
  const { catalogue } = store.snapshot;
  expect(catalogue.lessons.map(({ definition }) => definition.id)).toEqual(["basics/say-it-back"]);
  expect(catalogue.scenarios.map(({ definition }) => definition.slug)).toEqual(["parcel"]);
  expect(catalogue.courses.map(({ definition }) => definition.slug)).toEqual(["basics"]);
  expect(catalogue.paths.map(({ definition }) => definition.slug)).toEqual(["onboarding"]);
  const broken = new Set(
    store.snapshot.pieces.filter(({ definition }) => definition === null).map(({ file }) => file),
  );
  expect(broken.size).toBe(5);
});

test("a broken file of the organisation's own leaves the shipped one in use where nothing was yet", async () => {
  const own = aFolderOf({ [lessonPlace]: "no facts", "behaviours.yml": "[" });
  const { store } = await aStore({ own });
  expect(store.snapshot.catalogue.lesson("basics/say-it-back")?.definition.title).toBe(
    "Say it back",
  );
  expect(store.snapshot.catalogue.vocabulary).toHaveLength(2);
  expect(errorsOf(store)).toEqual(
    expect.arrayContaining([expect.stringMatching(/^frontmatter\//), expect.any(String)]),
  );
});

test("a path goes on without a step that was never right, and takes it in when it is mended", async () => {
  const shipped = aContentFolder({ [scenarioPlace]: "broken" });
  const { store } = await aStore({ shipped });
  const steps = () => store.snapshot.catalogue.path("onboarding")?.definition.steps.length;
  const remarks = store.snapshot.pieces.find(({ kind }) => kind === "path")?.diagnostics;
  expect(steps()).toBe(1);
  expect(store.snapshot.catalogue.course("basics")?.definition.steps).toHaveLength(1);
  expect(remarks?.map(({ rule }) => rule)).toEqual(["path/step-not-ready"]);
  shipped.write(scenarioPlace, scenarioFile());
  await store.load();
  expect(steps()).toBe(2);
});

test("a lesson that names a missing scenario or picture is refused, with the place", async () => {
  const shipped = aContentFolder({
    "courses/basics/02-two/index.mdx": lessonFile({ scenario: "nobody" }),
    "courses/basics/03-three/index.mdx": lessonFile({
      text: '<Figure src="./gone.svg" alt="A" caption="A" />',
    }),
  });
  const { store } = await aStore({ shipped });
  expect(errorsOf(store)).toEqual(["scenario/unknown", "address/missing-asset"]);
  expect(store.snapshot.catalogue.lessons).toHaveLength(1);
});

test("a deleted file is no longer on offer, and what was begun on it can be finished", async () => {
  const { store, shipped } = await aStore();
  const revision = store.snapshot.catalogue.scenario("parcel")?.revision ?? "";
  shipped.remove("scenarios/parcel");
  shipped.write(lessonPlace, lessonFile().replace('<RolePlay scenario="parcel" />', ""));
  await store.load();
  expect(store.snapshot.catalogue.scenario("parcel")).toBeNull();
  const stored = await store.revision(revision);
  expect(stored?.kind === "scenario" && stored.definition.scenes[0]?.id).toBe("opening");
});

test("what is stored once is never written again", async () => {
  const { store, shipped, database } = await aStore();
  const before = await database.database.revision.findMany({ orderBy: { hash: "asc" } });
  const original = readFileSync(join(shipped.path, scenarioPlace), "utf8");
  shipped.write(scenarioPlace, scenarioFile({ title: "Another title" }));
  await store.load();
  shipped.write(scenarioPlace, original.replaceAll("\n", "\r\n"));
  const { changes } = await store.load();
  const after = await database.database.revision.findMany({ orderBy: { hash: "asc" } });
  expect(after).toEqual(expect.arrayContaining(before));
  expect(after).toHaveLength(before.length + 1);
  expect(changes).toEqual([expect.stringMatching(/^Scenario parcel is in use as revision/)]);
});

test("links that leave the folder are refused, and circles of links end", async () => {
  const outside = aFolderOf({ "secret.mdx": "secret", "folder/index.mdx": "secret" });
  const shipped = aContentFolder();
  symlinkSync(join(outside.path, "secret.mdx"), join(shipped.path, "secret.mdx"));
  symlinkSync(join(outside.path, "folder"), join(shipped.path, "scenarios/folder"));
  symlinkSync("..", join(shipped.path, "scenarios/circle"));
  symlinkSync("parcel", join(shipped.path, "scenarios/again"));
  const { store } = await aStore({ shipped });
  expect(store.snapshot.diagnostics.map(({ file, rule }) => `${file} ${rule}`)).toEqual(
    expect.arrayContaining(["secret.mdx file/outside", "scenarios/folder file/outside"]),
  );
  expect(store.snapshot.catalogue.scenarios.map(({ definition }) => definition.slug)).toEqual([
    "again",
    "parcel",
  ]);
});

test("a content folder that vanishes while the server runs takes nothing out of use", async () => {
  const { store, shipped } = await aStore();
  const before = store.snapshot;
  shipped.remove(".");
  await expect(store.load()).rejects.toThrow();
  expect(store.snapshot).toBe(before);
});
