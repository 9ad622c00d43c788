/** Calling a route's loader or action as the server does, with or without somebody signed in. */
import type { ActionFunctionArgs, AppLoadContext } from "@remix-run/node";
import type { Database } from "~/server/db.server";
import { startSession } from "~/server/people/session.server";

export type Handler = (args: ActionFunctionArgs) => Promise<unknown>;

export interface Call {
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  /** A form makes it a post. */
  readonly form?: Readonly<Record<string, string>> | URLSearchParams;
  /** A body that is no form. */
  readonly body?: string;
}

/** The `Cookie` header of a new session. */
export async function cookieOf(database: Database, personId: string): Promise<string> {
  const header = await startSession(database, personId, { shared: false });
  return header.split(";")[0] ?? "";
}

/** The response, returned or thrown: a loader leaves either way. */
export async function call(
  handler: Handler,
  { path, params, form, body }: Call,
  cookie: string | null,
): Promise<Response> {
  const context: AppLoadContext = { nonce: "n", requestId: "r", address: "127.0.0.1" };
  const request = new Request(`http://localhost:3000${path}`, {
    ...(form === undefined ? {} : { method: "POST", body: new URLSearchParams(form) }),
    ...(body === undefined ? {} : { method: "POST", body }),
    headers: cookie === null ? {} : { cookie },
  });
  const answer: unknown = await handler({ request, params, context }).catch(
    (thrown: unknown) => thrown,
  );
  if (answer instanceof Response) return answer;
  throw answer;
}
