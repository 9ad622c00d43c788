import { useEffect, useRef } from "react";
import { unsavedField } from "~/core/course/unsaved-words";

/** Characters: longer words could not be saved, and would make the form they travel with too large. */
const longest = 8000;

/** Words that stand in other forms of the page and are not what was saved, by the field they travel in. */
function wordsElsewhere(own: HTMLFormElement): readonly (readonly [string, string])[] {
  const areas = document.querySelectorAll<HTMLTextAreaElement>("form[data-words] textarea");
  return [...areas].flatMap(({ form, name, value, defaultValue, dataset }) => {
    const words = form?.dataset["words"];
    if (form === own || words === undefined || value.trim() === "" || value.length > longest)
      return [];
    const isSaved = value === defaultValue && dataset["unsaved"] === undefined;
    return isSaved ? [] : [[unsavedField(words, name), value] as const];
  });
}

/**
 * Sends the words of other forms along with this one: where the sign-in has run out, the page is left
 * for the sign-in and they would be gone.
 */
export function useWordsAlong() {
  const own = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const form = own.current;
    const take = ({ formData }: FormDataEvent) => {
      if (form === null) return;
      for (const [name, words] of wordsElsewhere(form)) formData.append(name, words);
    };
    form?.addEventListener("formdata", take);
    return () => form?.removeEventListener("formdata", take);
  }, []);
  return own;
}
