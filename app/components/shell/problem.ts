import { isRouteErrorResponse } from "@remix-run/react";
import { refusalWords, textSent, type RefusalWords } from "~/core/refusal-words";

export interface Problem extends RefusalWords {
  readonly status: number;
  /** For whoever is asked for help. */
  readonly requestId: string | null;
}

/** What an error page says. */
export function problemOf(error: unknown): Problem {
  const answered = isRouteErrorResponse(error);
  const status = answered ? error.status : 500;
  const data: unknown = answered ? error.data : null;
  return { status, ...refusalWords(status, data), requestId: textSent(data, "requestId") };
}
