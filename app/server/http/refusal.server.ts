/** A page of its own for a request that is refused before the application sees it. */
import type { Response } from "express";
import { nextAddress } from "~/core/access/next-address";
import { factsOf } from "~/server/http/request.server";

export interface Refusal {
  readonly status: number;
  readonly title: string;
  /** What happened and what to do now, in plain words. */
  readonly message: string;
  /** The page of ours that it was asked from; null where that is none. */
  readonly back: string | null;
  readonly requestId: string;
}

/** The whole document. */
export type RefusalPage = (refusal: Refusal) => string;

/** Who asks a server that was given no page is a program. */
function inWords({ title, message }: Refusal): string {
  return `${title}. ${message}\n`;
}

/** The page a browser came from, where that is one of ours. */
function pageBefore({ req: request }: Response): string | null {
  const referrer = request.get("referer") ?? "";
  if (!URL.canParse(referrer)) return null;
  const { host, pathname, search } = new URL(referrer);
  if (host !== request.headers.host) return null;
  const page = nextAddress(`${pathname}${search}`);
  return page === "/" ? null : page;
}

export function refuse(response: Response, status: number, title: string, message: string): void {
  const { refusalPage } = response.app.locals as { readonly refusalPage?: RefusalPage };
  const { requestId } = factsOf(response);
  const refusal = { status, title, message, back: pageBefore(response), requestId };
  response
    .status(status)
    .set("Cache-Control", "no-store")
    .type(refusalPage === undefined ? "text" : "html")
    .send((refusalPage ?? inWords)(refusal));
}
