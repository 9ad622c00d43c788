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

/** A page with a form that answers what it was sent. */
const build = {
  routes: {
    root: { ...root, module: { default: () => null, action: () => ({ saved: true }) } },
  },
  assets: { routes: { root }, entry: { imports: [], module: "" }, url: "", version: "" },
  entry: { module: { default: () => new Response("the page") } },
  future: {},
  basename: "/",
  publicPath: "/",
  assetsBuildDirectory: "",
  isSpaMode: false,
} as unknown as ServerBuild;

let server: Server | undefined;
afterEach(() => server?.close());

async function statusOfPost(headers: Readonly<Record<string, string>>): Promise<number> {
  const app = express().use(attachFacts, originCheck(appUrl)).all("*", remix({ build, appUrl }));
  server = createServer(app).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
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
