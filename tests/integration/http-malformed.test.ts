/** What is no request, alone on a connection and behind one that is. */
import type { RequestListener, Server } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { listen, stop } from "~/server/http/listen.server";

let server: Server | undefined;
afterEach(async () => {
  if (server?.listening === true) await stop(server);
  server = undefined;
});

async function listening(handler: RequestListener): Promise<number> {
  const begun = await listen(handler, "127.0.0.1", 0);
  if (!begun.ok) throw new Error(begun.problem);
  server = begun.value;
  return (server.address() as AddressInfo).port;
}

/** What comes back on a connection until it is closed; `then` is sent once an answer has begun. */
async function rawAnswer(port: number, text: string, then?: string): Promise<string> {
  const socket = connect(port, "127.0.0.1", () => socket.write(text, "latin1"));
  if (then !== undefined) socket.once("data", () => socket.write(then, "latin1"));
  let answer = "";
  socket.on("data", (chunk: Buffer) => (answer += chunk.toString()));
  // A connection that is cut off may end in an error.
  socket.on("error", () => undefined);
  await new Promise((resolve) => socket.once("close", resolve));
  return answer;
}

test("what is no request is answered with its status and a sentence, and the connection ends", async () => {
  const port = await listening((_request, response) => response.end("reached"));
  for (const [text, status] of [
    ["\x16\x03\x01\x02 garbage\r\n\r\n", "400"],
    ["GET / HTTP/1.1\r\nHost: a\r\nCookie: a=\0\r\n\r\n", "400"],
    [`GET /${"a".repeat(20_000)} HTTP/1.1\r\nHost: a\r\n\r\n`, "431"],
    ["POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n", "400"],
  ] as const) {
    const [head = "", body = ""] = (await rawAnswer(port, text)).split("\r\n\r\n");
    expect(head).toContain(`HTTP/1.1 ${status} `);
    expect(head).toContain("X-Content-Type-Options: nosniff");
    expect(body).toMatch(/^[A-Z].*\.$/);
  }
});

/** A handler whose answers begin at once and end when a malformed request has come in. */
const halfSent: RequestListener = (_request, response) => {
  response.writeHead(200, { "Content-Length": "10" });
  response.write("half-");
  server?.once("clientError", () => response.end("whole"));
};

test("what is malformed behind a request is answered after it, and never inside its answer", async () => {
  const port = await listening(halfSent);
  const answer = await rawAnswer(port, "GET / HTTP/1.1\r\nHost: a\r\n\r\n\x16\x03 garbage\r\n\r\n");
  const [first, second] = answer.split("half-whole");
  expect(first).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
  expect(first).not.toContain("400");
  expect(second).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
});

test("a request that turns out malformed while it is being answered is cut off", async () => {
  const port = await listening(halfSent);
  const head = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
  const answer = await rawAnswer(port, `${head}3\r\nabc\r\n`, "garbage\r\n");
  expect(answer).toMatch(/half-$/);
});

test("a request that turns out malformed before anything was answered hears so", async () => {
  const port = await listening((request) => request.resume());
  const head = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
  expect(await rawAnswer(port, `${head}garbage\r\n`)).toMatch(/^HTTP\/1\.1 400 /);
});

const get = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
const brokenPost = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n";

/** Answers to all but the last request are there, once what is malformed has come in. */
function slowly(last: RequestListener): RequestListener {
  return (request, response) => {
    if (request.method === "POST") last(request, response);
    else server?.once("clientError", () => setImmediate(() => response.end("whole")));
  };
}

test("a request that turns out malformed waits for the answers to those before it", async () => {
  const port = await listening(slowly((request) => request.resume()));
  const answer = await rawAnswer(port, get + get + brokenPost);
  const whole = ["HTTP/1.1 200", "whole"];
  expect(answer.match(/HTTP\/1\.1 \d+|whole/g)).toEqual([...whole, ...whole, "HTTP/1.1 400"]);
});

test("where its own answer has begun, those before it come whole and it is cut off", async () => {
  const begins: RequestListener = (_request, response) => void response.write("half-");
  const port = await listening(slowly(begins));
  const answer = await rawAnswer(port, get + brokenPost);
  expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n[^]*whole/);
  expect(answer).not.toContain("400");
});
