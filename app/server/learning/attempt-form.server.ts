/** What the form of a moment must hold. */
import { fail, ok, type Result } from "~/core/result";

export interface ChoiceForm {
  /** Number of events in the log when the form was made. */
  readonly seq: number;
  /** Idempotency key: one form, one key, however often it is sent. */
  readonly key: string;
  /** The opaque value of the choice. */
  readonly choice: string;
}

const longestKey = 100;

function single(form: FormData, name: string): string | null {
  const values = form.getAll(name);
  const [value] = values;
  return values.length === 1 && typeof value === "string" && value !== "" ? value : null;
}

/** The form, or a sentence that says what is wrong with it. */
export function readChoiceForm(form: FormData): Result<ChoiceForm, string> {
  const [seq, key, choice] = ["seq", "key", "choice"].map((name) => single(form, name));
  if (choice == null) return fail("No answer arrived. Choose one of these.");
  if (seq == null || key == null) {
    return fail("A part of the form did not arrive. Choose again; nothing was recorded.");
  }
  if (!/^\d{1,6}$/.test(seq) || key.length > longestKey || choice.length > longestKey) {
    return fail(
      "The form arrived in a shape that we do not know. Choose again; nothing was recorded.",
    );
  }
  return ok({ seq: Number(seq), key, choice });
}

/** The body as a form; null where it is something else. */
export async function formOf(request: Request): Promise<FormData | null> {
  try {
    return await request.formData();
  } catch {
    return null;
  }
}
