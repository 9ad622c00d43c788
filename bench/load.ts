/** A small load generator: so many connections kept open, each asking as soon as it was answered. */
import { Agent, request } from "node:http";

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

export interface Ask {
  readonly method?: "GET" | "POST";
  readonly path: string;
  readonly cookie?: string;
  /** Sent as a form. */
  readonly form?: Readonly<Record<string, string>>;
}

/** One connection to the server, kept open. */
export class Connection {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });

  constructor(readonly port: number) {}

  ask({ method = "GET", path, cookie, form }: Ask): Promise<Answer> {
    const body = form === undefined ? "" : new URLSearchParams(form).toString();
    const headers = {
      ...(cookie === undefined ? {} : { cookie }),
      ...(form === undefined
        ? {}
        : {
            "content-type": "application/x-www-form-urlencoded",
            "content-length": String(Buffer.byteLength(body)),
          }),
    };
    return new Promise((resolve, reject) => {
      const outgoing = request(
        { agent: this.#agent, host: "127.0.0.1", port: this.port, method, path, headers },
        (incoming) => {
          const chunks: Buffer[] = [];
          incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
          incoming.on("error", reject);
          incoming.on("end", () =>
            resolve({
              status: incoming.statusCode ?? 0,
              headers: incoming.headers,
              body: Buffer.concat(chunks).toString("utf8"),
            }),
          );
        },
      );
      outgoing.on("error", reject);
      outgoing.end(body);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}

export interface Load {
  /** Units of work a second. */
  readonly rate: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly units: number;
  readonly seconds: number;
}

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/**
 * Runs `unit` over and over on each of `connections` connections for so many seconds. A unit
 * returns the milliseconds that count (it may prepare things that do not).
 */
export async function load(
  port: number,
  connections: number,
  seconds: number,
  unit: (connection: Connection, index: number) => Promise<number>,
): Promise<Load> {
  const times: number[] = [];
  const began = performance.now();
  const until = began + seconds * 1000;
  let uncounted = 0;
  const lanes = Array.from({ length: connections }, async (_, index) => {
    const connection = new Connection(port);
    while (performance.now() < until) {
      const from = performance.now();
      const counted = await unit(connection, index);
      uncounted += performance.now() - from - counted;
      times.push(counted);
    }
    connection.close();
  });
  await Promise.all(lanes);
  const took = (performance.now() - began) / 1000 - uncounted / 1000 / connections;
  times.sort((one, other) => one - other);
  return {
    rate: times.length / took,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    units: times.length,
    seconds: took,
  };
}
