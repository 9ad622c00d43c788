import { expect, test } from "vitest";
import { ContentStore } from "~/server/content/store.server";
import { recordChoice } from "~/server/learning/attempt-choice.server";
import { beginAttempt } from "~/server/learning/attempt-begin.server";
import { findAttempt } from "~/server/learning/attempt-state.server";
import { viewOf } from "~/server/learning/attempt-view.server";
import {
  lessonFile,
  lessonPlace,
  scenarioFile,
  scenarioPlace,
} from "tests/factories/content-folder";
import { aPerson } from "tests/factories/a-person";
import { servedContent } from "tests/setup/served-content";

const { database, folder, folders, store } = await servedContent();

async function begin() {
  const person = await aPerson(database);
  const how = { anew: false, told: false, time: undefined };
  const wish = { person, slug: "parcel", mode: "official", ...how } as const;
  const started = await beginAttempt(database, wish);
  if (started?.ok !== true) throw new Error("It may begin.");
  return { person, attemptId: started.value.attemptId };
}

/** Plays the first choice, which leads to the good ending of the revision that it began with. */
async function finish({ person, attemptId }: Awaited<ReturnType<typeof begin>>): Promise<string> {
  const wanted = { attemptId, personId: person.id };
  const found = await findAttempt(database, wanted);
  if (found?.kind !== "live") throw new Error("The attempt goes on.");
  const { seq, key, choices } = viewOf(found, []);
  const choice = choices.find(({ text }) => JSON.stringify(text).includes("You were told nine"));
  const given = { kind: "choice", value: choice?.value ?? "" } as const;
  const outcome = await recordChoice(database, { attemptId, person, seq, key, given });
  expect(outcome.kind).toBe("recorded");
  const row = await database.attempt.findUniqueOrThrow({ where: { id: attemptId } });
  const record = await database.completion.findFirst({ where: { personId: person.id } });
  expect(record?.revisionHash).toBe(row.revisionHash);
  return row.outcome ?? "";
}

test("an attempt finishes as it began after its file was changed, broken, renamed and deleted", async () => {
  const attempts = [await begin(), await begin(), await begin(), await begin()] as const;
  const { revision } = store.snapshot.catalogue.scenario("parcel") ?? { revision: "" };
  folder.write(scenarioPlace, scenarioFile().replace("You were told", "They said"));
  await store.load();
  expect(store.snapshot.catalogue.scenario("parcel")?.revision).not.toBe(revision);
  expect(await finish(attempts[0])).toBe("passed");
  folder.write(scenarioPlace, "---\ntitle: [\n---");
  await store.load();
  expect(await finish(attempts[1])).toBe("passed");
  folder.write("scenarios/package/index.mdx", scenarioFile());
  folder.write(lessonPlace, lessonFile({ scenario: "package" }));
  folder.remove("scenarios/parcel");
  await store.load();
  expect(store.snapshot.catalogue.scenario("parcel")).toBeNull();
  expect(await finish(attempts[2])).toBe("passed");
  folder.remove("scenarios/package");
  folder.write(lessonPlace, lessonFile().replace('<RolePlay scenario="parcel" />', ""));
  await store.load();
  expect(store.snapshot.catalogue.scenarios).toEqual([]);
  expect(await finish(attempts[3])).toBe("passed");
});

test("an attempt goes on over an upgrade that writes the language otherwise", async () => {
  folder.write(scenarioPlace, scenarioFile());
  await store.load();
  const attempt = await begin();
  // As an older application stored it: of an earlier version of the language.
  const { revisionHash } = await database.attempt.findUniqueOrThrow({
    where: { id: attempt.attemptId },
  });
  await database.revision.update({ where: { hash: revisionHash }, data: { languageVersion: 0 } });
  const restarted = new ContentStore({ database, folders, cacheFolder: null });
  await restarted.load();
  expect((await restarted.revision(revisionHash))?.languageVersion).toBe(0);
  expect(await finish(attempt)).toBe("passed");
});
