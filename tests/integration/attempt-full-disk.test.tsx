import { renderToStaticMarkup } from "react-dom/server";
import { createMemoryRouter, RouterProvider } from "react-router-dom";
import type { ActionFunctionArgs } from "@remix-run/node";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadContent } from "~/server/content/catalogue.server";
import { db } from "~/server/db.server";
import { aChoice, aScene, prose, somewhere } from "tests/factories/scenario";
import { twoMoments } from "tests/factories/two-moments";
import { setPragma } from "tests/setup/database";
import { aPlayground, Play, type Playground } from "tests/setup/playground";
import { cookieOf, type Handler } from "tests/setup/request";

let ground: Playground;
let cookie: string;
beforeAll(async () => {
  ground = await aPlayground();
  process.env["SESSION_SECRET"] = "a secret for tests, and only for tests";
  cookie = await cookieOf(ground.database, ground.ana.id);
  await loadContent();
});
afterAll(async () => {
  await db().$disconnect();
  await ground.close();
});

/** Opens with a moment that takes typed words; its one row is an event that no page has room for by chance. */
function longTyped() {
  const { scenes, ...rest } = twoMoments();
  const choice = aChoice({ id: "any".padEnd(9000, "-"), text: prose("Any"), target: "second" });
  const rows = [{ ...choice, phrases: [], unless: [] }];
  const reply = { prompt: "What do you say?", rows, at: somewhere };
  return { ...rest, scenes: [{ ...aScene({ choices: [] }), reply }, ...scenes.slice(1)] };
}

/** The page of an attempt, with its own loader and action, as somebody signed in has it before them. */
async function pageOf(play: Play) {
  const { loader, action, default: Component } = await import("~/routes/attempts.$id");
  const asAna =
    (handler: Handler) =>
    async ({ request, params }: Pick<ActionFunctionArgs, "request" | "params">) => {
      const form = request.method === "GET" ? null : await request.formData();
      const fields = [...(form ?? [])].map(([name, value]) => [
        name,
        typeof value === "string" ? value : "",
      ]);
      const body = form === null ? {} : { method: "POST", body: new URLSearchParams(fields) };
      const own = new Request(request.url, { ...body, headers: { cookie } });
      const context = { nonce: "n", requestId: "r", address: "127.0.0.1" };
      return handler({ request: own, params, context });
    };
  const path = `/attempts/${play.attemptId}`;
  const route = { id: "attempt", path: "/attempts/:id", Component };
  const router = createMemoryRouter([{ ...route, loader: asAna(loader), action: asAna(action) }], {
    initialEntries: [path],
  });
  return {
    send: (fields: Readonly<Record<string, string>>) => {
      const formData = new FormData();
      for (const [name, value] of Object.entries(fields)) formData.append(name, value);
      return router.navigate(path, { formMethod: "post", formData });
    },
    html: () => renderToStaticMarkup(<RouterProvider router={router} />),
  };
}

async function pragma(text: string): Promise<number> {
  const rows = await db().$queryRawUnsafe<Record<string, number>[]>(`PRAGMA ${text}`);
  return Number(Object.values(rows[0] ?? {})[0]);
}

test("on a full disk the words stand on the page that comes back, and are taken once there is room", async () => {
  const play = await Play.begin(ground, await ground.publish(longTyped()));
  const words = "I am sorry that you had to come twice.";
  const page = await pageOf(play);
  const most = await pragma("max_page_count");
  await setPragma(db(), `max_page_count = ${String(await pragma("page_count"))}`);
  const sent = { seq: "1", key: "sent", reply: words };
  await page.send(sent);
  await setPragma(db(), `max_page_count = ${String(most)}`);

  const html = page.html();
  expect(html).toContain("there is no room left where the records are kept");
  expect(html).toMatch(new RegExp(`<textarea[^>]*>\\s*${words}</textarea>`));
  // Sent again it is the same answer, not another.
  expect(html).toContain('name="key" value="sent"');
  expect(await play.events()).toHaveLength(1);

  await page.send(sent);
  expect(await play.events()).toHaveLength(2);
  expect(page.html()).toContain(words);
  expect(page.html()).not.toContain("<textarea");
});
