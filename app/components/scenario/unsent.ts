/** What a client action answers where the network did not carry the form; the page stays as it is. */
export interface Unsent {
  readonly unsent: true;
  /** It was no answer but a way back to an earlier moment. */
  readonly wayBack: boolean;
}

/**
 * For a route's `clientAction`: `orUnsent(request, () => serverAction())`. A lost
 * connection then shows as data beside what was typed instead of taking the page away.
 */
export async function orUnsent<Answer>(
  request: Request,
  send: () => Promise<Answer>,
): Promise<Answer | Unsent> {
  const sent = request.clone();
  try {
    return await send();
  } catch (problem) {
    // A refusal of the application is a response; an Error is a connection that broke, or a page
    // of something between here and the application. The key makes sending again safe.
    if (problem instanceof Error && problem.name !== "AbortError") {
      return { unsent: true, wayBack: (await sent.formData()).has("rewind") };
    }
    throw problem;
  }
}

export function isUnsent(data: unknown): data is Unsent {
  return typeof data === "object" && data !== null && "unsent" in data;
}
