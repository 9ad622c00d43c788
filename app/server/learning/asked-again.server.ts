/** Why a step that was done is asked for anew: somebody took its record back, or its course is to be renewed. */
import { civilDateAt } from "~/core/calendar/civil-date";
import { dateInWords, dayInWords } from "~/core/calendar/date-words";
import { completionKey } from "~/core/completion/record";
import { stepSlug } from "~/core/course/progress";
import type { Catalogue } from "~/server/content/catalogue.server";
import type { Database } from "~/server/db.server";
import type { LearnerState } from "~/server/learning/learner-state.server";

/** In words, to the learner. */
interface AskedAgain {
  readonly title: string;
  readonly sentence: string;
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
): Promise<AskedAgain | null> {
  // Most have nothing taken back, and need no look at the record.
  if (!reopened.has(completionKey(kind, slug))) return null;
  const last = await database.completion.findFirst({
    where: { personId, kind, slug },
    orderBy: [{ completedAt: "desc" }, { id: "desc" }],
  });
  if (last?.outcome !== "withdrawn") return null;
  const { title, completedAt, timeZone, reason } = last;
  const day = dateInWords(completedAt.toISOString(), { timeZone });
  return {
    title: `“${title}” is to be done again`,
    sentence: `Your record of it was taken back on ${day}${reason === null ? "." : `: ${reason}`}`,
  };
}

function stepsOf(content: Catalogue, kind: "course" | "path", slug: string) {
  const outline = kind === "course" ? content.course(slug) : content.path(slug);
  return { title: outline?.definition.title ?? slug, steps: outline?.definition.steps ?? [] };
}

/** Null where the step belongs to nothing that is to be renewed, or was done for that already. */
function renewed(
  content: Catalogue,
  { reopened, renewals }: Pick<LearnerState, "reopened" | "renewals">,
  asked: Asked,
): AskedAgain | null {
  if (!reopened.has(completionKey(asked.kind, asked.slug))) return null;
  const today = civilDateAt(new Date(), "UTC");
  for (const { kind, slug, lasted } of renewals) {
    const { title, steps } = stepsOf(content, kind, slug);
    if (!steps.some((step) => step.kind === asked.kind && stepSlug(step) === asked.slug)) continue;
    return {
      title: `“${title}” is to be renewed`,
      sentence: `What you completed lasted until ${dayInWords(lasted, today)}, and stays on your record. This is a step of going through it once more.`,
    };
  }
  return null;
}

/** Null where the step is not asked for anew. */
export async function askedAgain(
  database: Database,
  content: Catalogue,
  personId: string,
  state: Pick<LearnerState, "reopened" | "renewals">,
  asked: Asked,
): Promise<AskedAgain | null> {
  return (await takenBack(database, personId, state, asked)) ?? renewed(content, state, asked);
}
