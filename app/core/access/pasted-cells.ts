/** Cells as spreadsheets write them: dates and roles are read where they can be meant in one way only. */
import { isCivilDate } from "~/core/calendar/civil-date";
import { addedRoles } from "./policy";

const yearFirst = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:[T ]\d{1,2}:.*)?$/;
/** With dots the day comes first wherever they are used; with slashes nobody can know. */
const dayFirst = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/;

/** `2026-3-9`, `2026/03/09` and `9.3.2026` become `2026-03-09`; anything else stays as it is. */
export function tidyDate(cell: string): string {
  const [, ...parts] = yearFirst.exec(cell) ?? [];
  const [, ...reversed] = dayFirst.exec(cell) ?? [];
  const [year, month, day] = parts.length > 0 ? parts : reversed.reverse();
  if (year === undefined || month === undefined || day === undefined) return cell;
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  // What is no day is shown as it was written, so that it is found again in the list.
  return isCivilDate(date) ? date : cell;
}

/** Everyone is a learner; to say so is no mistake, and neither is the long word for an admin. */
export function roleWords(cell: string): string[] {
  const words = cell
    .toLowerCase()
    .split(/[\s,;/|+]+/)
    .map((word) => (word === "administrator" ? "admin" : word))
    .filter((word) => word !== "" && word !== "learner");
  return [...new Set(words)];
}

export function namesManager(words: readonly string[]): boolean {
  const known: readonly string[] = addedRoles;
  return words.includes("manager") && words.every((word) => known.includes(word));
}
