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
import { may, type Permission } from "~/core/access/policy";
import { paths } from "~/paths";
import { db } from "~/server/db.server";
import { log } from "~/server/log.server";
import { keepForm } from "~/server/people/kept-form.server";
import { findSignedIn } from "~/server/people/session.server";
import type { SignedIn } from "~/server/people/signed-in.server";
import { withPlainForm } from "~/server/plain-form-request.server";
import { storageProblem } from "~/server/storage-problem.server";

export type { SignedIn };

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

/** What became of a form that came without a sign-in; nothing where there was none, or signing out. */
async function sentWithoutSignIn(permission: Permission, request: Request) {
  if (request.method !== "POST" || permission === "session.end") return undefined;
  return (await keepForm(db(), permission, request)) ? "kept" : "lost";
}

/** A page has several loaders and they share one context: the person is looked up once. */
const visitors = new WeakMap<AppLoadContext, Promise<SignedIn | null>>();

export function visitor({ request, context }: Visit): Promise<SignedIn | null> {
  const known = visitors.get(context) ?? findSignedIn(db(), request);
  visitors.set(context, known);
  return known;
}

const formTypes = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i;

/** Every mutation here is a form of plain fields; another body is refused before it is read. */
function readable(request: Request): Request {
  if (request.method === "GET" || request.method === "HEAD") return request;
  if (!formTypes.test(request.headers.get("content-type") ?? "")) {
    throw json({ reason: "not-a-form" }, { status: 400 });
  }
  return withPlainForm(request);
}

/** Lets a response through; anything else becomes a page with a number to ask about, and a line in the log. */
async function answered<Reply>(
  { request, params, context }: Args,
  handler: (visit: Visit) => Promise<Reply> | Reply,
): Promise<Reply> {
  try {
    return await handler({ request: readable(request), params, context });
  } catch (error) {
    if (error instanceof Response) throw error;
    const { requestId } = context;
    const storage = storageProblem(error);
    if (storage !== null) {
      log().error({ requestId, storage: storage.kind }, "the database could not do its work");
      const sentence = request.method === "GET" ? null : storage.sentence;
      throw json({ reason: "storage", sentence, requestId }, { status: storage.status });
    }
    log().error({ requestId, err: error }, "a page broke");
    throw json({ reason: "broken", requestId }, { status: 500 });
  }
}

export function guarded<Reply>(
  permission: Permission,
  handler: (visit: GuardedVisit) => Promise<Reply> | Reply,
): (args: Args) => Promise<Reply> {
  const check = async (visit: Visit): Promise<Reply> => {
    const person = await visitor(visit);
    if (person === null) {
      const sent = await sentWithoutSignIn(permission, visit.request);
      throw redirect(paths.login(wantedAddress(visit.request), sent));
    }
    if (!may(person, permission)) {
      throw json({ reason: "not-for-this-role" }, { status: 403 });
    }
    return handler({ ...visit, person });
  };
  return (args) => answered(args, check);
}

export function open<Reply>(
  handler: (visit: Visit) => Promise<Reply> | Reply,
): (args: Args) => Promise<Reply> {
  return (args) => answered(args, handler);
}

/** Somebody else's private thing does not exist as far as this visitor can tell. */
export function notFound(): Response {
  return json({ reason: "not-found" }, { status: 404 });
}
