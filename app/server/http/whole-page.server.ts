/**
 * A page that is whole when it is answered. A Response wraps a text in a stream, and taking it out
 * again costs as much as a query: so the text travels beside its Response, which stays empty.
 */
const texts = new WeakMap<Response, string>();

export function wholePage(html: string, init: ResponseInit): Response {
  const response = new Response(null, init);
  texts.set(response, html);
  return response;
}

/** The text of a response that `wholePage` made; undefined for any other. */
export function textOf(response: Response): string | undefined {
  return texts.get(response);
}
