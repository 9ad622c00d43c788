/** A form of a lesson that came after its sign-in had run out, with what stood unsaved beside it. */
import { readUnsavedField, unsavedField, type UnsavedWords } from "~/core/course/unsaved-words";
import { formOf, type RefusedForm } from "~/server/learning/lesson-form.server";

interface KeptLessonForm extends RefusedForm {
  /** Words that stood in other forms of the page. */
  readonly others: readonly UnsavedWords[];
}

function unsavedIn(data: FormData): readonly UnsavedWords[] {
  const forms = new Map<string, Record<string, string>>();
  for (const [name, value] of data) {
    const place = readUnsavedField(name);
    if (place === null || typeof value !== "string") continue;
    forms.set(place.form, { ...forms.get(place.form), [place.field]: value });
  }
  return [...forms].map(([form, typed]) => ({ form, typed }));
}

const isWritten = ({ typed }: Pick<UnsavedWords, "typed">) =>
  Object.values(typed).some((text) => text.trim() !== "");

/** As the page shows it again; null where it is none of a lesson's. */
export function keptLessonForm(data: FormData): KeptLessonForm | null {
  const sent = formOf(data);
  const others = unsavedIn(data);
  if (sent === null && others.length === 0) return null;
  const { form = "", typed = {} } = sent ?? {};
  const message =
    sent === null || isWritten({ typed })
      ? "You were signed out before this was saved. What you wrote is still here: send it again."
      : "You were signed out before this was saved. Answer it again.";
  const beside = " What you wrote elsewhere on this page is still here, too, and not saved yet.";
  const whole = sent !== null && others.length > 0 ? message + beside : message;
  return { form, message: whole, fields: [], typed, others };
}

/** What is still to be kept once `saved` was saved: words alone; null where there are none. */
export function keptWithout(kept: FormData, saved: FormData): FormData | null {
  const sent = formOf(kept);
  const all = [...(sent === null ? [] : [sent]), ...unsavedIn(kept)];
  const done = formOf(saved)?.form;
  const rest = new FormData();
  for (const { form, typed } of all.filter((one) => one.form !== done && isWritten(one))) {
    // An exercise's places are no words: it is answered again.
    if (form.startsWith("exercise:")) continue;
    for (const [field, value] of Object.entries(typed)) rest.set(unsavedField(form, field), value);
  }
  return [...rest].length === 0 ? null : rest;
}
