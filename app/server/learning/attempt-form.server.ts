/** What the form of a moment must hold. */
import { fail, ok, type Result } from "~/core/result";

/** What the learner answers: a choice on offer, words of their own, nothing in time, or a way back. */
export type Given =
  /** The opaque value of the choice. */
  | { readonly kind: "choice"; readonly value: string }
  | { readonly kind: "reply"; readonly words: string }
  | { readonly kind: "silence" }
  /** Back to the moment of an earlier answer, by its sequence number. */
  | { readonly kind: "rewind"; readonly to: number };

export interface AnswerForm {
  /** Number of events in the log when the form was made. */
  readonly seq: number;
  /** Idempotency key: one form, one key, however often it is sent. */
  readonly key: string;
  readonly given: Given;
}

const longestKey = 100;
/** Characters of a typed reply: a long paragraph, and no more than anyone says in one breath. */
export const longestReply = 1000;

function single(form: FormData, name: string): string | null {
  const values = form.getAll(name);
  const [value] = values;
  return values.length === 1 && typeof value === "string" && value !== "" ? value : null;
}

function readGiven(form: FormData): Result<Given, string> {
  // A choice is a button: whoever presses one means it, whatever stands in the field beside it.
  if (form.has("choice")) {
    const value = single(form, "choice");
    return value === null || value.length > longestKey
      ? fail("That answer is not one of those on offer here. Choose one of these.")
      : ok({ kind: "choice", value });
  }
  if (form.has("silence")) return ok({ kind: "silence" });
  if (!form.has("reply")) return fail("No answer arrived. Choose one of these.");
  const words = single(form, "reply")?.replace(/\r\n?/g, "\n").trim() ?? "";
  if (words === "") return fail("Write what you would say; the field was empty.");
  return words.length > longestReply
    ? fail(
        `That is longer than anyone would listen to: ${String(longestReply)} characters are the most that fit.`,
      )
    : ok({ kind: "reply", words });
}

/** A way back is one button: the answer to go back to, the number of events, and the key. */
const wayBack = /^(\d{1,6})\.(\d{1,6})\.([\w-]{1,100})$/;

function readWayBack(form: FormData): Result<AnswerForm, string> {
  const [, to, seq, key] = wayBack.exec(single(form, "rewind") ?? "") ?? [];
  return key === undefined
    ? fail("That moment is not one of those that you answered. Choose one of them.")
    : ok({ seq: Number(seq), key, given: { kind: "rewind", to: Number(to) } });
}

/** The form, or a sentence that says what is wrong with it. */
export function readAnswerForm(form: FormData): Result<AnswerForm, string> {
  if (form.has("rewind")) return readWayBack(form);
  const given = readGiven(form);
  if (!given.ok) return given;
  const [seq, key] = [single(form, "seq"), single(form, "key")];
  if (seq === null || key === null) {
    return fail("A part of the form did not arrive. Answer again; nothing was recorded.");
  }
  if (!/^\d{1,6}$/.test(seq) || key.length > longestKey) {
    return fail(
      "The form arrived in a shape that we do not know. Answer again; nothing was recorded.",
    );
  }
  return ok({ seq: Number(seq), key, given: given.value });
}

/** What was typed, however the rest of the form was: it goes back to the page. */
export function typedIn(form: FormData | null): string | null {
  return form === null ? null : (single(form, "reply")?.slice(0, 10 * longestReply) ?? null);
}

/** The body as a form; null where it is something else. */
export async function formOf(request: Request): Promise<FormData | null> {
  try {
    return await request.formData();
  } catch {
    return null;
  }
}
