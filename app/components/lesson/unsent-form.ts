import type { LessonProblem } from "./lesson-state";

const kinds = ["check", "exercise", "reflection", "rating"];

const message =
  "That did not reach us, so it is not saved. It is all still here: send it again once you are connected.";

/** A form of a lesson that the network did not carry, named and filled as the server gives one back (`formOf`). */
export function unsentForm(form: FormData): LessonProblem {
  const typed: Record<string, string> = {};
  for (const [name, value] of form) {
    if (typeof value === "string") typed[name.replace(/^place:/, "")] = value;
  }
  const kind = kinds.find((one) => one in typed);
  const marks = form.getAll("mark").filter((mark) => typeof mark === "string");
  return {
    form: kind === undefined ? "goal" : `${kind}:${typed[kind] ?? ""}`,
    message,
    typed: { ...typed, mark: marks.join(" ") },
  };
}
