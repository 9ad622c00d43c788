/** What a new administrator is told first; null for everybody else, and as soon as somebody else is there. */
import { hasRole, type Viewer } from "~/core/access/policy";
import type { Catalogue } from "~/server/content/catalogue.server";
import type { Database } from "~/server/db.server";

/** Nobody else was ever here: an administrator who has just set Rapport up. */
async function isAlone(database: Database, id: string): Promise<boolean> {
  const other = await database.person.findFirst({
    where: { id: { not: id } },
    select: { id: true },
  });
  return other === null;
}

export async function firstStepsOf(
  database: Database,
  { courses, scenarios }: Pick<Catalogue, "courses" | "scenarios">,
  viewer: Viewer,
): Promise<{ readonly courses: number; readonly scenarios: number } | null> {
  // Learners are not asked about: their home page costs no query more.
  if (!hasRole(viewer, "admin") || !(await isAlone(database, viewer.id))) return null;
  return { courses: courses.length, scenarios: scenarios.length };
}
