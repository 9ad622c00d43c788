/** The one door for posted forms: nothing but plain fields comes through. */
import { json } from "@remix-run/node";

/**
 * Names as our pages write them. What reads forms into objects takes `a.b` and `a[9]` for paths:
 * `email[999999999]` would make a list of that length, and `__intent__` is an order to it.
 */
const ownName = /^[a-z][\w:-]*$/i;
/** More fields than any page here has, with every exercise on it. */
const mostFields = 2000;

/** A request as every action gets it from the guard; a form that cannot be read is a 400. */
export class PlainFormRequest extends Request {
  override async formData(): Promise<FormData> {
    const sent = await super.formData().catch(() => null);
    const fields = sent === null ? [] : [...sent];
    if (sent === null || fields.length > mostFields) {
      throw json({ reason: "not-a-form" }, { status: 400 });
    }
    const form = new FormData();
    for (const [name, value] of fields) if (ownName.test(name)) form.append(name, value);
    return form;
  }
}
