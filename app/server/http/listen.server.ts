/** Listening, and stopping without cutting anyone off. */
import type { Duplex } from "node:stream";
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from "node:http";
import { fail, ok, type Result } from "~/core/result";
import { nothingPolicy } from "~/server/http/security-headers.server";

/** Longest wait for requests under way at a stop, in milliseconds. */
const patience = 10_000;

function sentenceFor(error: NodeJS.ErrnoException, host: string, port: number): string {
  switch (error.code) {
    case "EADDRINUSE":
      return `Port ${port} is in use. Stop the program that holds it, or choose another: PORT=${port + 1} npm start`;
    case "EACCES":
      return `This account may not listen on port ${port}. Choose one above 1023: PORT=3000 npm start`;
    case "EADDRNOTAVAIL":
      return `HOST is "${host}", and this machine has no such address. Use 127.0.0.1, or 0.0.0.0 for all.`;
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `HOST should be an address or a name of this machine, as in 127.0.0.1; found "${host}".`;
    default:
      return `Could not listen on ${host}:${port}: ${error.message}`;
  }
}

/**
 * How long a request may take to arrive, in milliseconds: a form of 256 KB on a bad line, and no
 * longer, so that nobody holds connections open with a byte a minute.
 */
const arrival = {
  headersTimeout: 15_000,
  requestTimeout: 60_000,
  connectionsCheckingInterval: 5_000,
};

/** Status line and sentence for what is so malformed, or so late, that it is no request. */
function malformed({ code }: NodeJS.ErrnoException): readonly [status: string, sentence: string] {
  switch (code) {
    case "HPE_HEADER_OVERFLOW":
      return [
        "431 Request Header Fields Too Large",
        "The address, or what your browser sent with it, is too long. Start from your home page.",
      ];
    case "ERR_HTTP_REQUEST_TIMEOUT":
      return [
        "408 Request Timeout",
        "It took too long to arrive. Nothing was saved; send it again.",
      ];
    default:
      return ["400 Bad Request", "That could not be read. Start from your home page."];
  }
}

function answerMalformed(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, sentence] = malformed(error);
  socket.end(
    [
      `HTTP/1.1 ${status}`,
      "Connection: close",
      "Cache-Control: no-store",
      `Content-Security-Policy: ${nothingPolicy}`,
      "Content-Type: text/plain; charset=utf-8",
      `Content-Length: ${Buffer.byteLength(sentence)}`,
      "X-Content-Type-Options: nosniff",
      "",
      sentence,
    ].join("\r\n"),
  );
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

const isUnderWay = ({ response }: Exchange) => !response.writableFinished;

/**
 * What is malformed may come behind requests that are being answered, or in the middle of the last of
 * them. Nothing is written into an answer that has begun: those to earlier requests are finished
 * first, and one to a request that turns out malformed is cut off.
 */
function answerInTurn(
  error: NodeJS.ErrnoException,
  socket: Duplex,
  exchanges: readonly Exchange[],
): void {
  const [last, before] = exchanges.filter(isUnderWay).reverse();
  if (last === undefined) answerMalformed(error, socket);
  else if (last.request.complete)
    last.response.once("finish", () => answerMalformed(error, socket));
  else if (before !== undefined)
    before.response.once("finish", () => answerInTurn(error, socket, [last]));
  else if (last.response.headersSent) socket.destroy();
  else answerMalformed(error, socket);
}

function answerEveryMalformed(server: Server): void {
  const exchanges = new WeakMap<Duplex, readonly Exchange[]>();
  const underWay = (socket: Duplex) => exchanges.get(socket)?.filter(isUnderWay) ?? [];
  server.on("request", (request, response) => {
    const { socket } = request;
    exchanges.set(socket, [...underWay(socket), { request, response }]);
  });
  server.on("clientError", (error, socket) => answerInTurn(error, socket, underWay(socket)));
}

/** Starts the server; a problem is a sentence for the operator. */
export function listen(
  handler: RequestListener,
  host: string,
  port: number,
): Promise<Result<Server, string>> {
  const server = createServer(arrival, handler);
  answerEveryMalformed(server);
  return new Promise((resolve) => {
    server.once("error", (error) => resolve(fail(sentenceFor(error, host, port))));
    server.listen(port, host, () => resolve(ok(server)));
  });
}

/** Refuses new connections, lets requests under way finish, then closes what is left. */
export async function stop(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // A kept-open connection turns idle only when its last answer is out, so this is asked again.
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  const timer = setTimeout(() => server.closeAllConnections(), patience);
  await closed;
  clearInterval(sweep);
  clearTimeout(timer);
}

/** Runs `stopping` once at the first SIGTERM or SIGINT; a second signal ends the process at once. */
export function onStopSignal(stopping: () => Promise<void>): void {
  let stopped = false;
  const handle = (): void => {
    if (stopped) process.exit(1);
    stopped = true;
    void stopping().then(() => process.exit(0));
  };
  process.on("SIGTERM", handle);
  process.on("SIGINT", handle);
}
