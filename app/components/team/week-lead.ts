import { isLate } from "~/core/course/stuck";
import { countInWords } from "~/core/prose/in-words";
import type { Member } from "./week-card";

/** The week in two sentences. */
export function weekLead(members: readonly Member[]): string {
  const all = countInWords(members.length, "person", "people");
  const stuck = members.filter(({ week }) => week.state === "stuck").length;
  const late = members.filter(isLate).length;
  const behind = late === 1 ? "one is a little late" : `${late} are a little late`;
  if (stuck > 0) {
    const rest = late === 0 ? "." : `; ${behind}.`;
    return `${stuck} of ${all} could use you this week. The rest are not stuck${rest}`;
  }
  const and = late === 0 ? "" : ` ${behind.replace(/^o/, "O")}.`;
  return `${all}, and nobody is stuck.${and} A thank-you costs a minute too.`;
}
