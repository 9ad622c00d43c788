/** An answer that came after its sign-in had run out, as the page shows it again. */
import { readAnswerForm, typedIn } from "~/server/learning/attempt-form.server";

interface KeptAnswer {
  readonly sentence: string;
  /** Words for the field; null where none were typed, or where the moment has passed. */
  readonly typed: string | null;
  /** The choice that was pressed, to be marked; null where it was none, or where the moment has passed. */
  readonly choice: string | null;
}

const signedOut = "You were signed out before your answer was saved.";

export function keptAnswer(form: FormData, seq: number): KeptAnswer | null {
  const read = readAnswerForm(form);
  const typed = typedIn(form);
  if (!read.ok && typed === null) return null;
  if (read.ok && read.value.seq !== seq) {
    const written = typed === null ? "" : ` You had written: “${typed}”`;
    const sentence = `${signedOut} The conversation went on in the meantime.${written}`;
    return { sentence, typed: null, choice: null };
  }
  if (typed !== null) {
    return {
      sentence: `${signedOut} What you wrote is below: send it again.`,
      typed,
      choice: null,
    };
  }
  const given = read.ok ? read.value.given : null;
  if (given?.kind !== "choice") return null;
  return {
    sentence: `${signedOut} It is marked below: press it again, or choose another.`,
    typed: null,
    choice: given.value,
  };
}
