/** Why a step that was on record is asked for anew: somebody took its record back. */
import { completionKey } from "~/core/completion/record";
import type { Database } from "~/server/db.server";
import type { LearnerState } from "~/server/learning/learner-state.server";

export interface TakenBack {
  readonly title: string;
  /** ISO instant. */
  readonly at: string;
  readonly timeZone: string;
  readonly reason: string | null;
}

interface Asked {
  readonly kind: "lesson" | "scenario";
  readonly slug: string;
}

/** Null where the step is asked for the first time, or anew for its age alone. */
export async function takenBack(
  database: Database,
  personId: string,
  { reopened }: Pick<LearnerState, "reopened">,
  { kind, slug }: Asked,
): Promise<TakenBack | null> {
  // Most have nothing taken back, and need no look at the record.
  if (!reopened.has(completionKey(kind, slug))) return null;
  const last = await database.completion.findFirst({
    where: { personId, kind, slug },
    orderBy: [{ completedAt: "desc" }, { id: "desc" }],
  });
  if (last?.outcome !== "withdrawn") return null;
  return {
    title: last.title,
    at: last.completedAt.toISOString(),
    timeZone: last.timeZone,
    reason: last.reason,
  };
}
