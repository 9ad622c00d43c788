/** What is to be renewed, as pages tell it, and until when what is complete lasts. */
import { daysBetween, type CivilDate } from "~/core/calendar/civil-date";
import type { Renewal } from "~/core/completion/demand";
import type { Catalogue } from "~/server/content/catalogue.server";
import { standing } from "~/core/completion/record";
import type { CompletionKind } from "~/core/completion/rule";
import type { Database } from "~/server/db.server";
import type { LearnerState } from "~/server/learning/learner-state.server";

interface ShownRenewal extends Renewal {
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

/** Until when the person's completion of a course lasts; null where it lasts for good, or does not stand. */
export async function lastsUntil(
  database: Database,
  personId: string,
  slug: string,
): Promise<CivilDate | null> {
  const rows = await database.completion.findMany({
    where: { personId, kind: "course", slug },
    orderBy: [{ completedAt: "asc" }, { id: "asc" }],
    select: {
      ...{ id: true, kind: true, slug: true },
      outcome: true,
      correctsId: true,
      validUntil: true,
    },
  });
  const records = rows.map((row) => ({ ...row, kind: row.kind as CompletionKind }));
  return standing(records).at(-1)?.validUntil ?? null;
}
