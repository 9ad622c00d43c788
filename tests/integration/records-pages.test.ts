import { expect, test } from "vitest";
import { navigationOf } from "~/server/people/navigation.server";
import { loader as personLoader } from "~/routes/team_.$person";
import { loader as recordLoader } from "~/routes/records_.$id";
import { loader as listLoader } from "~/routes/records";
import { aCompletion } from "tests/factories/a-completion";
import { anAccount } from "tests/factories/an-account";
import { contentFiles, courseFile } from "tests/factories/content-folder";
import { call, cookieOf } from "tests/setup/request";
import { servedContent } from "tests/setup/served-content";

const { database, folder, store } = await servedContent();
const { id: learner } = await anAccount(database);
const { id: record } = await aCompletion(database, { personId: learner });
const { id: administrator } = await anAccount(database, { roles: ["admin"] });

async function shown<Data>(answer: Promise<Response>): Promise<Data> {
  const response = await answer;
  expect(response.status).toBe(200);
  return (await response.json()) as Data;
}

test("an administrator finds everybody's records, and is offered nothing they may not do", async () => {
  const cookie = await cookieOf(database, administrator);
  const viewer = { id: administrator, roles: ["admin"] } as const;
  expect(navigationOf(viewer).map(({ to }) => to)).toContain("/records");
  const list = await shown<object>(call(listLoader, { path: "/records", params: {} }, cookie));
  expect(list).toMatchObject({ rows: [{ id: record }], mayCorrect: false, mayBeShown: false });
  const one = { path: `/records/${record}`, params: { id: record } };
  expect(await shown<object>(call(recordLoader, one, cookie))).toMatchObject({
    record: { personId: learner, mayCorrect: false },
  });
});

test("a manager is led to the runs that somebody has left where a course limits them", async () => {
  const manager = await anAccount(database, { roles: ["manager"] });
  const cookie = await cookieOf(database, manager.id);
  const { id } = await anAccount(database, { managerEmail: manager.email });
  const page = { path: `/team/${id}`, params: { person: id } };
  expect(await shown(call(personLoader, page, cookie))).toMatchObject({ limited: false });
  folder.write("courses/basics/course.yml", `${courseFile}official:\n  attempts: 2\n`);
  await store.load();
  expect(await shown(call(personLoader, page, cookie))).toMatchObject({ limited: true });
  folder.write("courses/basics/course.yml", contentFiles["courses/basics/course.yml"] ?? "");
});
