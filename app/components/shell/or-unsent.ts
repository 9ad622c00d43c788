/**
 * For a route's `clientAction`: what the server answers to a form, or what `instead` makes of the form
 * where the network did not carry it. A lost connection then shows as data beside what was typed
 * instead of taking the page away. Only for forms that can be sent twice and count once.
 */
export async function orUnsent<Answer, Instead>(
  request: Request,
  send: () => Promise<Answer>,
  instead: (form: FormData) => Instead,
): Promise<Answer | Instead> {
  const sent = request.clone();
  try {
    return await send();
  } catch (problem) {
    // A refusal of the application is a response; an Error is a connection that broke, or a page
    // of something between here and the application.
    if (problem instanceof Error && problem.name !== "AbortError") {
      return instead(await sent.formData());
    }
    throw problem;
  }
}
