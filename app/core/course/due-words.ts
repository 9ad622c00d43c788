/** When a step is due, in words that push nobody: a late step is still worth doing. */

interface Due {
  readonly done: boolean;
  /** Days until the due date; negative once it has passed. */
  readonly dueInDays: number;
}

/** After so many days the number says nothing any more but "late". */
export const longAgo = 60;

export function dueInWords({ done, dueInDays }: Due): string {
  if (done) return "Done";
  switch (dueInDays) {
    case 0:
      return "For today";
    case 1:
      return "By tomorrow";
    case -1:
      return "Meant for yesterday; today is fine too";
  }
  if (dueInDays < -longAgo) return "Any day is fine";
  return dueInDays > 0
    ? `In ${dueInDays} days`
    : `Meant for ${-dueInDays} days ago; today is fine too`;
}

const DAYS_A_YEAR = 365;

/** To somebody else, whose worry it is not to be: "due tomorrow", "due 3 days ago". */
export function dueOfAnother(dueInDays: number): string {
  switch (dueInDays) {
    case 0:
      return "due today";
    case 1:
      return "due tomorrow";
    case -1:
      return "due yesterday";
  }
  if (dueInDays < -DAYS_A_YEAR) return "due more than a year ago";
  return dueInDays > 0 ? `due in ${dueInDays} days` : `due ${-dueInDays} days ago`;
}
