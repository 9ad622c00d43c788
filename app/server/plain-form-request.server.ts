/** The one door for posted forms: nothing but plain fields comes through. */
import { json } from "@remix-run/node";

/**
 * Names as our pages write them. What reads forms into objects takes `a.b` and `a[9]` for paths:
 * `email[999999999]` would make a list of that length, and `__intent__` is an order to it.
 */
const ownName = /^[a-z][\w:-]*$/i;
/** More fields than any page here has, with every exercise on it. */
const mostFields = 2000;

/**
 * The request as every action gets it from the guard; a form that cannot be read is a 400. It is the same
 * request and no copy, whose body would be sent through a stream for nothing.
 */
export function withPlainForm(request: Request): Request {
  const whole = request.formData.bind(request);
  const formData = async (): Promise<FormData> => {
    const sent = await whole().catch(() => null);
    const fields = sent === null ? [] : [...sent];
    if (sent === null || fields.length > mostFields) {
      throw json({ reason: "not-a-form" }, { status: 400 });
    }
    const form = new FormData();
    for (const [name, value] of fields) if (ownName.test(name)) form.append(name, value);
    return form;
  };
  return Object.assign(request, { formData });
}
