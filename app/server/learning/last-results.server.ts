/** Results of role-plays of which the last official run is shown, and not the best. */
import { officialStanding, settingsOf } from "~/core/course/official-runs";
import type { Catalogue } from "~/server/content/catalogue.server";
import type { Database } from "~/server/db.server";
import { officialFacts } from "~/server/learning/official-limits.server";

export interface LastRunResult {
  readonly slug: string;
  readonly title: string;
  readonly result: "passed" | "failed";
}

/** Where the last run is the result, and not the best: what it is now. */
export async function resultsByLast(
  database: Database,
  content: Catalogue,
  personId: string,
): Promise<readonly LastRunResult[]> {
  const courses = content.courses.map(({ definition }) => definition);
  const now = new Date();
  const found: LastRunResult[] = [];
  for (const { definition } of content.scenarios) {
    const { slug, title } = definition;
    const settings = settingsOf(courses, slug);
    if (settings.counts !== "last") continue;
    const facts = await officialFacts(database, personId, slug);
    const { result } = officialStanding(settings, { ...facts, now });
    if (result !== null) found.push({ slug, title, result });
  }
  return found;
}
