import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import { expect, test } from "vitest";
import { pageData } from "./page-data.server";

const value = { title: "Tea & biscuits", parts: [{ done: false }], missing: null } as const;

function built(render: (data: unknown) => string): ServerBuild {
  const route = {
    id: "root",
    path: "",
    module: { default: () => null, loader: () => pageData(value) },
  };
  const module = {
    default: (
      _: Request,
      status: number,
      headers: Headers,
      remix: { staticHandlerContext: { loaderData: unknown } },
    ) => new Response(render(remix.staticHandlerContext.loaderData), { status, headers }),
  };
  const assets = { routes: {}, url: "", version: "", entry: { module: "", imports: [] } };
  return {
    routes: { root: route },
    entry: { module },
    assets,
    future: {},
  } as unknown as ServerBuild;
}

test("a page is rendered from the very value that its loader gave", async () => {
  const seen: unknown[] = [];
  const handle = createRequestHandler(
    built((data) => {
      seen.push(data);
      return "";
    }),
    "production",
  );
  const answer = await handle(new Request("http://localhost/"));
  expect(answer.status).toBe(200);
  expect((seen[0] as { root: unknown }).root).toBe(value);
});

test("a browser that asks for data gets it as JSON", async () => {
  const handle = createRequestHandler(
    built(() => ""),
    "production",
  );
  const answer = await handle(new Request("http://localhost/?_data=root"));
  expect(answer.headers.get("Content-Type")).toMatch(/^application\/json/);
  expect(await answer.json()).toEqual(value);
});

test("what JSON would change does not compile", () => {
  // @ts-expect-error a Date comes out of JSON as text
  expect(pageData({ at: new Date(0) })).toBeInstanceOf(Response);
  // @ts-expect-error a Set comes out of JSON empty
  expect(pageData({ done: new Set(["a"]) })).toBeInstanceOf(Response);
});
