/** What a learner's browser asks for, as units of load. */
import type { Answer, Connection } from "./load";

export function must(answer: Answer, status: number, what: string): Answer {
  if (answer.status === status) return answer;
  throw new Error(
    `${what} answered ${String(answer.status)} and not ${String(status)}:\n${answer.body.slice(0, 500)}`,
  );
}

/** A page: the milliseconds until its last byte. */
export async function page(connection: Connection, path: string, cookie: string): Promise<number> {
  const from = performance.now();
  must(await connection.ask({ path, cookie }), 200, path);
  return performance.now() - from;
}

function field(html: string, name: string): string | null {
  const tag = new RegExp(`<(?:input|button)[^>]*\\bname="${name}"[^>]*>`).exec(html)?.[0];
  return tag === undefined ? null : (/\bvalue="([^"]*)"/.exec(tag)?.[1] ?? null);
}

/** An attempt under way on one connection. */
export interface Playing {
  path: string;
  html: string;
}

async function begin(connection: Connection, scenario: string, cookie: string): Promise<Playing> {
  const started = must(
    await connection.ask({
      method: "POST",
      path: `/scenarios/${scenario}`,
      cookie,
      form: { mode: "practice" },
    }),
    303,
    "starting an attempt",
  );
  const path = new URL(String(started.headers["location"]), "http://localhost").pathname;
  const shown = must(await connection.ask({ path, cookie }), 200, path);
  return { path, html: shown.body };
}

/**
 * One choice recorded, and the next moment shown: only these two requests count. Where the attempt
 * has ended a new one is begun first, uncounted.
 */
export async function choiceAndNextMoment(
  connection: Connection,
  scenario: string,
  cookie: string,
  playing: Playing | null,
): Promise<{ readonly milliseconds: number; readonly playing: Playing }> {
  const current =
    playing !== null && field(playing.html, "choice") !== null
      ? playing
      : await begin(connection, scenario, cookie);
  const form = {
    choice: field(current.html, "choice") ?? "",
    seq: field(current.html, "seq") ?? "",
    key: field(current.html, "key") ?? "",
  };
  const from = performance.now();
  const posted = await connection.ask({ method: "POST", path: current.path, cookie, form });
  if (posted.status !== 302 && posted.status !== 303) must(posted, 303, "a choice");
  const next = must(await connection.ask({ path: current.path, cookie }), 200, current.path);
  return {
    milliseconds: performance.now() - from,
    playing: { path: current.path, html: next.body },
  };
}
