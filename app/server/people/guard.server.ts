/**
 * Every loader and action is built here, so that none forgets to ask who is there:
 * `guarded(permission, handler)` for signed-in people, `open(handler)` for pages of strangers.
 */
import {
  json,
  redirect,
  type ActionFunctionArgs,
  type AppLoadContext,
  type LoaderFunctionArgs,
} from "@remix-run/node";
import { may, type Permission, type Viewer } from "~/core/access/policy";
import { paths } from "~/paths";
import { findSignedIn } from "~/server/people/session.server";

/** The signed-in person, as pages need them. */
export interface SignedIn extends Viewer {
  readonly name: string;
  readonly email: string;
  /** IANA name. */
  readonly timeZone: string;
  /** Civil date, YYYY-MM-DD. */
  readonly startDate: string;
  readonly sessionId: string;
}

export interface Visit {
  readonly request: Request;
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly context: AppLoadContext;
}

export interface GuardedVisit extends Visit {
  readonly person: SignedIn;
}

type Args = LoaderFunctionArgs | ActionFunctionArgs;

function wantedAddress(request: Request): string {
  const url = new URL(request.url);
  url.searchParams.delete("_data");
  return request.method === "GET" ? url.pathname + url.search : url.pathname;
}

export function guarded<Reply>(
  permission: Permission,
  handler: (visit: GuardedVisit) => Promise<Reply> | Reply,
): (args: Args) => Promise<Reply> {
  return async ({ request, params, context }) => {
    const person = await findSignedIn(request);
    if (person === null) throw redirect(paths.login(wantedAddress(request)));
    if (!may(person, permission)) {
      throw json({ reason: "not-for-this-role" }, { status: 403 });
    }
    return handler({ request, params, context, person });
  };
}

export function open<Reply>(
  handler: (visit: Visit) => Promise<Reply> | Reply,
): (args: Args) => Promise<Reply> {
  return async ({ request, params, context }) => handler({ request, params, context });
}

/** Somebody else's private thing does not exist as far as this visitor can tell. */
export function notFound(): Response {
  return json({ reason: "not-found" }, { status: 404 });
}
