/** The fields of an exercise: `place:<part>` for a group or a place, `mark` for each marked sentence. */
import type { SentExercise } from "~/core/course/exercise-answer";

const placeField = "place:";

export function readExerciseForm(data: FormData): SentExercise {
  const fields = [...data].filter(
    (field): field is [string, string] => typeof field[1] === "string",
  );
  return {
    placed: new Map(
      fields
        .filter(([name]) => name.startsWith(placeField))
        .map(([name, value]) => [name.slice(placeField.length), value]),
    ),
    marked: fields.filter(([name]) => name === "mark").map(([, value]) => value),
  };
}

/** As it goes back to a form that could not be kept: `mark` holds every marked sentence. */
export function typedExercise({ placed, marked }: SentExercise): Readonly<Record<string, string>> {
  return { ...Object.fromEntries(placed), mark: marked.join(" ") };
}
