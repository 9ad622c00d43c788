/** A manager's team in one line: who is stuck and who is late, by name, or that all is well. */
import { isLate, type Week } from "~/core/course/stuck";
import { countInWords, listInWords } from "~/core/prose/in-words";

interface Member {
  readonly name: string;
  readonly week: Week;
  readonly next: { readonly dueInDays: number } | null;
}

/** More names than these make no line. */
const mostNamed = 3;

function clause(members: readonly Member[], what: string): string | null {
  if (members.length === 0) return null;
  const names = members.map(({ name }) => name);
  const others = names.length - mostNamed + 1;
  const told =
    names.length <= mostNamed
      ? names
      : [...names.slice(0, mostNamed - 1), countInWords(others, "other")];
  return `${listInWords(told)} ${members.length === 1 ? "is" : "are"} ${what}`;
}

/** "Ana and Ben are stuck, Cleo is a little late." */
export function teamInWords(members: readonly Member[]): string {
  const stuck = clause(
    members.filter(({ week }) => week.state === "stuck"),
    "stuck",
  );
  const late = clause(members.filter(isLate), "a little late");
  const told = [stuck, late].filter((one) => one !== null);
  return told.length === 0 ? "Nobody in your team is stuck or late." : `${told.join(", ")}.`;
}
