/** Remix behind Express: a request in, the answer out. */
import {
  createReadableStreamFromReadable,
  writeReadableStreamToWritable,
  type AppLoadContext,
  type RequestHandler as RemixHandler,
  type ServerBuild,
} from "@remix-run/node";
import { createRequestHandler } from "@remix-run/server-runtime";
import type { Request as Incoming, RequestHandler, Response as Outgoing } from "express";
import { refusalWords } from "~/core/refusal-words";
import { refuse } from "~/server/http/refusal.server";
import { refusedFile } from "~/server/http/refused-file.server";
import { factsOf } from "~/server/http/request.server";
import { sectionsOf } from "~/server/http/sections.server";
import { textOf } from "~/server/http/whole-page.server";

function headersOf(incoming: Incoming): Headers {
  const headers = new Headers();
  for (const [name, values] of Object.entries(incoming.headers)) {
    if (typeof values === "string") headers.set(name, values);
    else for (const value of values ?? []) headers.append(name, value);
  }
  // Checked against APP_URL by now (origin-check.server.ts). Remix would hold it against `Host`, which a
  // proxy may have set to another name of this server, and answer with a 500.
  headers.delete("origin");
  return headers;
}

/** As the loaders see it: at our own origin, whatever the `Host` header claims. */
function requestOf(incoming: Incoming, outgoing: Outgoing, origin: string): Request {
  const controller = new AbortController();
  outgoing.on("close", () => {
    if (!outgoing.writableFinished) controller.abort();
  });
  const { method } = incoming;
  const init = { method, headers: headersOf(incoming), signal: controller.signal };
  const url = `${origin}${incoming.originalUrl}`;
  if (method === "GET" || method === "HEAD") return new Request(url, init);
  // A body that is a stream has to say that it goes one way (Fetch Standard, RequestInit.duplex).
  const body = createReadableStreamFromReadable(incoming);
  return new Request(url, { ...init, body, duplex: "half" });
}

async function send(outgoing: Outgoing, response: Response): Promise<void> {
  outgoing.status(response.status);
  // A page's data is somebody's own: what does not say that it may be kept is kept by no browser.
  if (!response.headers.has("Cache-Control")) outgoing.set("Cache-Control", "no-store");
  for (const [name, value] of response.headers) {
    // What is no page has a narrower policy, which stands instead of the pages' own.
    if (name === "content-security-policy") outgoing.set(name, value);
    else outgoing.append(name, value);
  }
  if (response.headers.get("Content-Type")?.startsWith("text/event-stream") === true) {
    outgoing.flushHeaders();
  }
  const text = textOf(response);
  // As bytes: a text would be measured twice on its way, and then written as bytes.
  if (text !== undefined) outgoing.end(Buffer.from(text));
  else if (response.body === null) outgoing.end();
  else await writeReadableStreamToWritable(response.body, outgoing);
}

interface Options {
  readonly build: ServerBuild | (() => Promise<ServerBuild>);
  readonly appUrl: string;
}

/** A handler for each section of the build, made when it is first asked for. */
function handlerFinder(build: Options["build"]): (pathname: string) => RemixHandler {
  if (typeof build === "function") {
    const handler = createRequestHandler(build, "development");
    return () => handler;
  }
  const section = sectionsOf(build);
  const handlers = new Map<ServerBuild, RemixHandler>();
  return (pathname) => {
    const narrow = section(pathname);
    const handler = handlers.get(narrow) ?? createRequestHandler(narrow, "production");
    handlers.set(narrow, handler);
    return handler;
  };
}

export function remix({ build, appUrl }: Options): RequestHandler {
  const handlerFor = handlerFinder(build);
  const { origin } = new URL(appUrl);
  const answer = async (incoming: Incoming, outgoing: Outgoing): Promise<void> => {
    const context: AppLoadContext = { ...factsOf(outgoing) };
    const handler = handlerFor(incoming.path);
    const response = await handler(requestOf(incoming, outgoing, origin), context);
    const refused = await refusedFile(incoming.get("accept"), response);
    if (refused === null) await send(outgoing, response);
    else {
      const { title, message } = refusalWords(response.status, refused);
      refuse(outgoing, response.status, title, message);
    }
  };
  return (incoming, outgoing, next) => {
    // RFC 9112, section 3.2: other forms than the origin's are for proxies.
    if (!incoming.originalUrl.startsWith("/")) {
      refuse(outgoing, 400, "That address could not be read", "Open Rapport by its own address.");
      return;
    }
    answer(incoming, outgoing).catch(next);
  };
}
