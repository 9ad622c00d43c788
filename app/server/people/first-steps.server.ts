/** What a new administrator is told first; null for everybody else, and as soon as somebody else is there. */
import { hasRole, type Viewer } from "~/core/access/policy";
import type { Catalogue } from "~/server/content/catalogue.server";
import type { Database } from "~/server/db.server";
import { isAlone } from "~/server/people/find-people.server";

export async function firstStepsOf(
  database: Database,
  { courses, scenarios }: Pick<Catalogue, "courses" | "scenarios">,
  viewer: Viewer,
): Promise<{ readonly courses: number; readonly scenarios: number } | null> {
  // Learners are not asked about: their home page costs no query more.
  if (!hasRole(viewer, "admin") || !(await isAlone(database, viewer.id))) return null;
  return { courses: courses.length, scenarios: scenarios.length };
}
