import { once } from "node:events";
import { createServer, request as ask, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { ServerBuild } from "@remix-run/node";
import express from "express";
import { afterEach, expect, test, vi } from "vitest";
import { originCheck } from "~/server/http/origin-check.server";
import { remix } from "~/server/http/remix.server";
import { attachFacts } from "~/server/http/request.server";

vi.stubEnv("LOG_LEVEL", "silent");

const appUrl = "https://rapport.example";
const root = { id: "root", path: "" };
const file = { id: "file", parentId: "root", path: "file" };
const kept = { headers: { "Cache-Control": "private, immutable" } };

/** A page with a form and data of its own, and a file. */
const build = {
  routes: {
    root: {
      ...root,
      module: { default: () => null, action: () => ({ saved: true }), loader: () => ({ own: 1 }) },
    },
    file: { ...file, module: { loader: () => new Response("file", kept) } },
  },
  assets: { routes: { root, file }, entry: { imports: [], module: "" }, url: "", version: "" },
  entry: { module: { default: () => new Response("the page") } },
  future: {},
  basename: "/",
  publicPath: "/",
  assetsBuildDirectory: "",
  isSpaMode: false,
} as unknown as ServerBuild;

let server: Server | undefined;
afterEach(() => server?.close());

async function serve(): Promise<number> {
  const app = express().use(attachFacts, originCheck(appUrl)).all("*", remix({ build, appUrl }));
  server = createServer(app).listen(0, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

async function statusOfPost(headers: Readonly<Record<string, string>>): Promise<number> {
  const port = await serve();
  const form = { "Content-Type": "application/x-www-form-urlencoded", "Content-Length": "3" };
  const post = ask({ port, method: "POST", headers: { ...form, ...headers } });
  post.end("a=b");
  const [answer] = (await once(post, "response")) as [{ statusCode: number; resume: () => void }];
  answer.resume();
  return answer.statusCode;
}

test("a form of ours is taken whatever name of this server a proxy puts in Host", async () => {
  expect(await statusOfPost({ Origin: appUrl, Host: "10.0.0.7:3000" })).toBe(200);
});

test("another site's form is refused, also where its name is in Host", async () => {
  const origin = "https://evil.example";
  expect(await statusOfPost({ Origin: origin, Host: "evil.example" })).toBe(403);
});

test("what a page is made of is kept by no browser, and a file that says it may be is", async () => {
  const address = `http://127.0.0.1:${String(await serve())}`;
  const cached = async (path: string) => {
    const answer = await fetch(`${address}${path}`);
    await answer.text();
    return [answer.status, answer.headers.get("Cache-Control")];
  };
  expect(await cached("/?_data=root")).toEqual([200, "no-store"]);
  expect(await cached("/")).toEqual([200, "no-store"]);
  expect(await cached("/file")).toEqual([200, "private, immutable"]);
});
