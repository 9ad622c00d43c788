/** What is to be renewed, as the home page tells it. */
import { daysBetween, type CivilDate } from "~/core/calendar/civil-date";
import type { Renewal } from "~/core/completion/demand";
import type { Catalogue } from "~/server/content/catalogue.server";
import type { LearnerState } from "~/server/learning/learner-state.server";

export interface ShownRenewal extends Renewal {
  readonly title: string;
  readonly dueInDays: number;
}

/** Those whose course or path is on offer, the most pressing first. */
export function shownRenewals(
  content: Catalogue,
  { renewals }: Pick<LearnerState, "renewals">,
  today: CivilDate,
): readonly ShownRenewal[] {
  return renewals
    .flatMap((renewal): ShownRenewal[] => {
      const { kind, slug, due } = renewal;
      const title = (kind === "course" ? content.course(slug) : content.path(slug))?.definition
        .title;
      return title === undefined ? [] : [{ ...renewal, title, dueInDays: daysBetween(today, due) }];
    })
    .sort((one, other) => one.dueInDays - other.dueInDays);
}
