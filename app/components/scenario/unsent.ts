/** What a client action answers where the network did not carry the form; the page stays as it is. */
export interface Unsent {
  readonly unsent: true;
}

/**
 * For a route's `clientAction`: `({ serverAction }) => orUnsent(() => serverAction())`. A lost
 * connection then shows as data beside what was typed instead of taking the page away.
 */
export async function orUnsent<Answer>(send: () => Promise<Answer>): Promise<Answer | Unsent> {
  try {
    return await send();
  } catch (problem) {
    // A refusal of the application is a response; an Error is a connection that broke, or a page
    // of something between here and the application. The key makes sending again safe.
    if (problem instanceof Error && problem.name !== "AbortError") return { unsent: true };
    throw problem;
  }
}

export function isUnsent(data: unknown): data is Unsent {
  return typeof data === "object" && data !== null && "unsent" in data;
}
