import type { AddressInfo } from "node:net";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { once } from "node:events";
import { request } from "node:http";
import express, { type RequestHandler } from "express";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, expect, test } from "vitest";
import { RefusalDocument } from "~/components/shell/refusal-document";
import { longestList } from "~/core/access/people-list.schema";
import { bodyLimit, bodyLimitFor } from "~/server/http/body-limit.server";
import { listen, stop } from "~/server/http/listen.server";
import { isOwnOrigin, originCheck } from "~/server/http/origin-check.server";
import type { Refusal } from "~/server/http/refusal.server";
import { loggablePath } from "~/server/http/request-log.server";
import { refusedFile } from "~/server/http/refused-file.server";
import { requestShape } from "~/server/http/request-shape.server";
import { attachFacts, factsOf } from "~/server/http/request.server";
import { securityHeaders } from "~/server/http/security-headers.server";

let server: Server | undefined;
afterEach(async () => {
  if (server?.listening === true) await stop(server);
  server = undefined;
});

async function serve(...handlers: RequestHandler[]): Promise<string> {
  const app = express();
  app.use(attachFacts, ...handlers);
  app.all("*", (_request, response) => void response.send("reached"));
  server = createServer(app).listen(0, "127.0.0.1");
  await once(server, "listening");
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
}

test("every response carries a policy with a nonce of its own and neither unsafe word", async () => {
  const url = await serve(securityHeaders({ https: false, development: false }));
  const policies = await Promise.all(
    [1, 2].map(async () => (await fetch(url)).headers.get("content-security-policy") ?? ""),
  );
  expect(policies[0]).toMatch(/script-src 'self' 'nonce-[\w+/=]{24}'/);
  expect(policies[0]).not.toContain("unsafe");
  expect(policies[0]).toMatch(/(?:^|; )img-src 'self' data:(?:;|$)/);
  expect(policies[0]).not.toBe(policies[1]);
});

test("strict transport security is sent where the application is on https, and only there", async () => {
  const secure = await serve(securityHeaders({ https: true, development: false }));
  expect((await fetch(secure)).headers.get("strict-transport-security")).toContain(
    "max-age=31536000",
  );
  if (server !== undefined) await stop(server);
  const plain = await serve(securityHeaders({ https: false, development: false }));
  expect((await fetch(plain)).headers.get("strict-transport-security")).toBeNull();
});

test("a post from another site is refused with a page, and a get is not", async () => {
  const url = await serve(originCheck("http://localhost:3000"));
  const post = (headers: Record<string, string>) => fetch(url, { method: "POST", headers });
  expect((await post({ origin: "https://evil.example" })).status).toBe(403);
  expect((await post({ origin: "null" })).status).toBe(403);
  expect((await post({ "sec-fetch-site": "cross-site" })).status).toBe(403);
  expect((await post({ "sec-fetch-site": "same-site" })).status).toBe(403);
  expect((await fetch(url, { headers: { origin: "https://evil.example" } })).status).toBe(200);
  expect(await (await post({ origin: "https://evil.example" })).text()).toContain(
    "Nothing was changed",
  );
});

test("a post from our own page passes, under each name of this machine", async () => {
  const url = await serve(originCheck("http://localhost:3000"));
  const post = (headers: Record<string, string>) => fetch(url, { method: "POST", headers });
  for (const origin of ["http://localhost:3000", "http://127.0.0.1:3000", "http://[::1]:3000"]) {
    expect((await post({ origin, "sec-fetch-site": "same-origin" })).status).toBe(200);
  }
  expect(isOwnOrigin("http://localhost:4000", "http://localhost:3000")).toBe(false);
  expect(isOwnOrigin("http://127.0.0.1.evil.example:3000", "http://localhost:3000")).toBe(false);
  expect(isOwnOrigin("https://rapport.example", "https://rapport.example")).toBe(true);
});

test("a body over the limit is refused before it is read, with a sentence", async () => {
  const url = await serve(bodyLimit);
  const answer = await fetch(url, { method: "POST", body: "x".repeat(bodyLimitFor("/") + 1) });
  expect(answer.status).toBe(413);
  expect(await answer.text()).toContain("Nothing was saved");
  expect((await fetch(url, { method: "POST", body: "x".repeat(bodyLimitFor("/")) })).status).toBe(
    200,
  );
});

test("the longest list of people fits into a form in every script, and only there", () => {
  const form = new URLSearchParams({ list: "李".repeat(longestList), mail: "on", intent: "add" });
  expect(form.toString().length).toBeLessThan(bodyLimitFor("/admin/people/import"));
  expect(bodyLimitFor("/admin/people/new")).toBeLessThan(1024 * 1024);
  expect(bodyLimitFor("/administrator")).toBe(bodyLimitFor("/"));
});

test("a refusal is a page like the others, with a way back to a page of ours and to no other", async () => {
  const url = await serve((request, _response, next) => {
    request.app.locals["refusalPage"] = (refusal: Refusal) =>
      renderToStaticMarkup(
        createElement(RefusalDocument, {
          ...refusal,
          home: "/",
          stylesheet: "/assets/app.css",
          icon: "/icon.svg",
        }),
      );
    next();
  }, originCheck("http://localhost:3000"));
  const refused = async (referer: string) => {
    const headers = { origin: "https://evil.example", referer };
    const answer = await fetch(url, { method: "POST", headers });
    expect(answer.status).toBe(403);
    expect(answer.headers.get("content-type")).toContain("text/html");
    return answer.text();
  };
  const page = await refused(`${url}/me?saved`);
  expect(page).toContain('<link rel="stylesheet" href="/assets/app.css"/>');
  expect(page).toContain("That came from another site</h1>");
  expect(page).toContain('<a href="/me?saved"');
  expect(page).toContain('<a href="/"');
  expect(page).not.toMatch(/<script|style=/);
  for (const stranger of ["https://evil.example/me", `${url}//evil.example`, "nonsense"]) {
    expect(await refused(stranger)).not.toContain("Back to where you were");
  }
});

test("a body that does not state its length is refused", async () => {
  const url = await serve(bodyLimit);
  const outgoing = request(url, { method: "POST", headers: { "transfer-encoding": "chunked" } });
  outgoing.end("hello");
  const [incoming] = (await once(outgoing, "response")) as [
    { statusCode: number; resume: () => void },
  ];
  incoming.resume();
  expect(incoming.statusCode).toBe(411);
});

/** As `fetch` will not ask: any method, any path. */
async function ask(url: string, method: string, path: string) {
  const { hostname, port } = new URL(url);
  const outgoing = request({ hostname, port, method, path });
  outgoing.end();
  const [incoming] = (await once(outgoing, "response")) as [IncomingMessage];
  incoming.resume();
  return { status: incoming.statusCode, allow: incoming.headers.allow };
}

test("pages are asked for and forms are sent; what else is tried hears what there is", async () => {
  const url = await serve(requestShape);
  for (const method of ["PUT", "DELETE", "PATCH", "TRACE", "PROPFIND"]) {
    expect(await ask(url, method, "/me")).toEqual({ status: 405, allow: "GET, HEAD, POST" });
  }
  expect(await ask(url, "OPTIONS", "/me")).toEqual({ status: 204, allow: "GET, HEAD, POST" });
  for (const method of ["GET", "HEAD", "POST"]) {
    expect((await ask(url, method, "/me")).status).toBe(200);
  }
});

test.each(["/%", "/%ff", "/courses/%E0%A4%A", "/%c0%ae%c0%ae/etc/passwd"])(
  "an address that is no text is refused as such: %s",
  async (path) => {
    const url = await serve(requestShape);
    expect((await ask(url, "GET", path)).status).toBe(400);
    expect((await ask(url, "GET", "/courses/caf%C3%A9?q=%ff")).status).toBe(200);
  },
);

test("a proxy on this machine is believed about who asks, and of what it was told only the end", async () => {
  const app = express().set("trust proxy", "loopback");
  app.use(attachFacts, (_request, response) => void response.send(factsOf(response).address));
  server = createServer(app).listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const forwarded = (value: string) => ({ headers: { "x-forwarded-for": value } });
  expect(await (await fetch(url, forwarded("192.0.2.9, 198.51.100.7"))).text()).toBe(
    "198.51.100.7",
  );
  expect(await (await fetch(url)).text()).toBe("127.0.0.1");
});

test("a request has a minute to arrive", async () => {
  const listening = await listen(() => undefined, "127.0.0.1", 0);
  if (!listening.ok) throw new Error(listening.problem);
  server = listening.value;
  expect(server.requestTimeout).toBeLessThanOrEqual(60_000);
  expect(server.headersTimeout).toBeLessThanOrEqual(server.requestTimeout);
});

test("a one-time token never reaches the log", () => {
  expect(loggablePath("/setup/abcdef")).toBe("/setup/…");
  expect(loggablePath("/set-password/abcdef/x")).toBe("/set-password/…/x");
  for (const written of ["Set-Password", "SETUP", "%73et-password", "%53etup"]) {
    expect(loggablePath(`/${written}/abcdef`)).toBe(`/${written}/…`);
    expect(loggablePath(`//${written}//abcdef/`)).toBe(`//${written}//…/`);
  }
  for (const path of ["/", "/setup", "/courses/empathy", "/courses/setup/abcdef", "/%/x"]) {
    expect(loggablePath(path)).toBe(path);
  }
});

test("a port in use is a sentence that says what to do", async () => {
  const url = await serve();
  const port = Number(new URL(url).port);
  const second = await listen(() => undefined, "127.0.0.1", port);
  expect(second).toEqual({
    ok: false,
    problem: `Port ${String(port)} is in use. Stop the program that holds it, or choose another: PORT=${String(port + 1)} npm start`,
  });
});

test("stopping lets a request under way finish", async () => {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  let arrived: () => void = () => undefined;
  const arrival = new Promise<void>((resolve) => (arrived = resolve));
  const url = await serve((_request, _response, next) => {
    arrived();
    void held.then(() => next());
  });
  const answer = fetch(url);
  await arrival;
  if (server === undefined) throw new Error("The server is running.");
  const stopped = stop(server);
  release();
  expect(await (await answer).text()).toBe("reached");
  await stopped;
});

test("a file that cannot be had is told as a page to whoever followed a link, as JSON to a script", async () => {
  const refused = () => Response.json({ reason: "not-for-this-role" }, { status: 403 });
  expect(await refusedFile("text/html,*/*;q=0.8", refused())).toEqual({
    reason: "not-for-this-role",
  });
  expect(await refusedFile("*/*", refused())).toBeNull();
  expect(await refusedFile(undefined, refused())).toBeNull();
  const page = new Response("<h1>No</h1>", {
    status: 403,
    headers: { "Content-Type": "text/html" },
  });
  expect(await refusedFile("text/html", page)).toBeNull();
  const asHead = new Response(null, refused());
  expect(await refusedFile("text/html", asHead)).toBeNull();
  const notReady = Response.json({ status: "not ready" }, { status: 503 });
  expect(await refusedFile("text/html", notReady)).toBeNull();
});
