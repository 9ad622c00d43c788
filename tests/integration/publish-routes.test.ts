import { expect, test } from "vitest";
import { action, loader } from "~/routes/studio.publish";
import { loader as pictureLoader } from "~/routes/studio.pictures.$revision";
import { loader as revisionsLoader } from "~/routes/studio.revisions.$kind.$";
import { loader as previewLoader } from "~/routes/studio.scenarios.$slug";
import { scenarioFile, scenarioPlace } from "tests/factories/content-folder";
import { anAccount } from "tests/factories/an-account";
import { call, cookieOf } from "tests/setup/request";
import { servedContent } from "tests/setup/served-content";

const { database, folder, store } = await servedContent({ publishing: "by-hand" });
const { id: trainerId } = await anAccount(database, { roles: ["trainer"] });
const trainer = await cookieOf(database, trainerId);

const inUse = () => store.snapshot.catalogue.scenario("parcel");
const post = (form: URLSearchParams) =>
  call(action, { path: "/studio/publish", params: {}, form }, trainer);
const piece = (value: string, token?: string) =>
  new URLSearchParams({ piece: value, ...(token === undefined ? {} : { token }) });

async function shown(path: string): Promise<{ token: string; problem: string | null }> {
  const answer = await call(loader, { path, params: {} }, trainer);
  return (await answer.json()) as { token: string; problem: string | null };
}

async function save(text: string): Promise<void> {
  folder.write(scenarioPlace, text);
  await store.load();
}

test("a change of words is published at once, with the way back in the address", async () => {
  const before = inUse()?.revision ?? "";
  await save(scenarioFile({ title: "The late parcel" }));
  const answer = await post(piece("scenario:parcel"));
  const to = decodeURIComponent(answer.headers.get("location") ?? "");
  expect(to).toBe(`/studio/publish?done&back=scenario:parcel@${before.slice(0, 16)}`);
  expect(inUse()?.definition.title).toBe("The late parcel");
  const entry = await database.auditEntry.findFirstOrThrow({ orderBy: { id: "desc" } });
  expect(entry).toMatchObject({
    action: "content.published",
    subject: "scenario:parcel",
    actorId: trainerId,
    address: "127.0.0.1",
  });
});

test("anything else is shown first, and published with what was shown", async () => {
  await save(scenarioFile().replace("patience -= 1", "patience -= 2"));
  const unseen = await post(piece("scenario:parcel"));
  expect(unseen.headers.get("location")).toBe("/studio/publish?piece=scenario%3Aparcel");
  expect(inUse()?.definition.title).toBe("The late parcel");
  const { token } = await shown("/studio/publish?piece=scenario%3Aparcel");
  const confirmed = await post(piece("scenario:parcel", token));
  expect(confirmed.headers.get("location")).toContain("?done");
  expect(inUse()?.definition.title).toBe("The parcel");
});

test("whoever confirms what is not so any more is told, and nothing is published", async () => {
  await save(scenarioFile().replace("patience -= 1", "patience += 1"));
  const { token } = await shown("/studio/publish?piece=scenario%3Aparcel");
  const before = inUse();
  await save(scenarioFile().replace("patience -= 1", "patience -= 0"));
  const answer = await post(piece("scenario:parcel", token));
  expect(answer.status).toBe(409);
  expect(await answer.text()).toContain("Something was saved or published since you looked");
  expect(inUse()).toEqual(before);
});

test("a file that was never good is counted as waiting to be mended, and has no revisions to lead to", async () => {
  const answer = async () =>
    (
      await call(loader, { path: "/studio/publish", params: {} }, trainer)
    ).json() as Promise<unknown>;
  expect(await answer()).toMatchObject({ broken: 0 });
  folder.write("scenarios/half/index.mdx", "---\ntitle: T\n---\n");
  await store.load();
  expect(await answer()).toMatchObject({ broken: 1 });
  const detail = async (slug: string) => {
    const visit = { path: `/studio/scenarios/${slug}`, params: { slug } };
    return (await call(previewLoader, visit, trainer)).json() as Promise<unknown>;
  };
  expect(await detail("half")).toMatchObject({
    piece: { state: "neverGood", hasRevisions: false },
  });
  expect(await detail("parcel")).toMatchObject({ piece: { hasRevisions: true } });
  folder.remove("scenarios/half/index.mdx");
  await store.load();
});

test("the revisions of a piece are listed, and drawn with what changed marked", async () => {
  const answer = await call(
    revisionsLoader,
    { path: "/studio/revisions/scenario/parcel", params: { kind: "scenario", "*": "parcel" } },
    trainer,
  );
  const { revisions } = (await answer.json()) as { revisions: { state: string }[] };
  expect(revisions.filter(({ state }) => state === "inUse")).toHaveLength(1);
  expect(revisions.length).toBeGreaterThan(2);
  const params = { revision: inUse()?.revision ?? "" };
  const picture = await call(pictureLoader, { path: "/studio/pictures/x", params }, trainer);
  expect(picture.headers.get("content-type")).toContain("image/svg+xml");
  expect(await picture.text()).toContain("<svg");
});
