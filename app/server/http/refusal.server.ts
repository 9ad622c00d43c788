/** A page of its own for a request that is refused before the application sees it. */
import type { Response } from "express";
import { pageBefore } from "~/core/access/page-before";
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

export function refuse(response: Response, status: number, title: string, message: string): void {
  const { refusalPage } = response.app.locals as { readonly refusalPage?: RefusalPage };
  const { requestId } = factsOf(response);
  const { referer = null, host = null } = response.req.headers;
  const refusal = { status, title, message, back: pageBefore(referer, host), requestId };
  response
    .status(status)
    .set("Cache-Control", "no-store")
    .type(refusalPage === undefined ? "text" : "html")
    .send((refusalPage ?? inWords)(refusal));
}
