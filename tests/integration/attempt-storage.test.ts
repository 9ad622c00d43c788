import { createClient } from "@libsql/client";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Scenario } from "~/core/scenario/definition";
import { storageProblem, type StorageProblem } from "~/server/storage-problem.server";
import { twoMoments } from "tests/factories/two-moments";
import { setPragma } from "tests/setup/database";
import { aPlayground, Play, type Playground } from "tests/setup/playground";

let ground: Playground;
beforeAll(async () => {
  ground = await aPlayground();
});
afterAll(() => ground.close());

async function pragma(text: string): Promise<number> {
  const rows = await ground.database.$queryRawUnsafe<Record<string, number>[]>(`PRAGMA ${text}`);
  return Number(Object.values(rows[0] ?? {})[0]);
}

interface Trouble {
  readonly kind: StorageProblem["kind"];
  /** Brings the trouble about and returns what ends it. */
  readonly begin: () => Promise<() => Promise<unknown>>;
}

const troubles: readonly Trouble[] = [
  {
    kind: "read-only",
    begin: async () => {
      await setPragma(ground.database, "query_only = 1");
      return () => setPragma(ground.database, "query_only = 0");
    },
  },
  {
    kind: "full",
    begin: async () => {
      const most = await pragma("max_page_count");
      await setPragma(ground.database, `max_page_count = ${String(await pragma("page_count"))}`);
      return () => setPragma(ground.database, `max_page_count = ${String(most)}`);
    },
  },
  {
    kind: "locked",
    begin: async () => {
      await setPragma(ground.database, "busy_timeout = 20");
      const other = createClient({ url: ground.url });
      const held = await other.transaction("write");
      return async () => {
        await held.rollback();
        other.close();
      };
    },
  },
];

/** An event that no page has room for by chance. */
function withLongNames(): Scenario {
  const scenario = twoMoments();
  const scenes = scenario.scenes.map((scene) => ({
    ...scene,
    choices: scene.choices.map((choice) => ({ ...choice, id: choice.id.padEnd(9000, "-") })),
  }));
  return { ...scenario, scenes };
}

test.each(troubles)(
  "a $kind database refuses an answer, and takes the same form afterwards",
  async ({ kind, begin }) => {
    const play = await Play.begin(ground, await ground.publish(withLongNames()), "practice");
    const form = { seq: 1, key: "sent", choice: await play.value("Ask her.") };
    const end = await begin();
    const error: unknown = await play.send(form).catch((thrown: unknown) => thrown);
    expect(storageProblem(error)).toMatchObject({ status: 503, kind });
    expect(await play.events()).toHaveLength(1);
    await end();
    expect(await play.send(form)).toEqual({ kind: "recorded" });
    expect(await play.events()).toHaveLength(2);
  },
);

test("where the last answer cannot be written whole, none of it is", async () => {
  const play = await Play.begin(ground, await ground.publish(twoMoments()), "practice");
  await play.say("Ask her.");
  await ground.database.$executeRawUnsafe(
    `CREATE TRIGGER no_ending BEFORE UPDATE ON "Attempt" BEGIN SELECT RAISE(ABORT, 'not now'); END`,
  );
  const form = { seq: 2, key: "last", choice: await play.value("Promise.") };
  await expect(play.send(form)).rejects.toThrow();
  expect(await play.events()).toHaveLength(2);
  expect(await play.row()).toMatchObject({ endedAt: null, outcome: null });
  await ground.database.$executeRawUnsafe("DROP TRIGGER no_ending");
  expect(await play.send(form)).toEqual({ kind: "recorded" });
  expect(await play.row()).toMatchObject({ ending: "thanks", outcome: "passed" });
});
