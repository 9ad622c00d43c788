import { isRouteErrorResponse } from "@remix-run/react";
import { refusalWords, textSent, unreached, type RefusalWords } from "~/core/refusal-words";

interface Problem extends RefusalWords {
  readonly status: number;
  /** For whoever is asked for help. */
  readonly requestId: string | null;
}

/** How browsers name a request that the network did not carry: Chromium, Firefox, Safari. */
function isUnreached(error: unknown): boolean {
  return error instanceof TypeError && /^(Failed to f|NetworkE|Load f)/.test(error.message);
}

/** What an error page says. */
export function problemOf(error: unknown): Problem {
  const answered = isRouteErrorResponse(error);
  const status = answered ? error.status : isUnreached(error) ? unreached : 500;
  const data: unknown = answered ? error.data : null;
  return { status, ...refusalWords(status, data), requestId: textSent(data, "requestId") };
}
