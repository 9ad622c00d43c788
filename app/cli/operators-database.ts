/** The database that an operator's command is about. */
import { parseEnvironment } from "~/server/env.server";

/** Its file; null where the environment is wrong, which has been said then. */
export function operatorsDatabase(): string | null {
  const parsed = parseEnvironment(process.env);
  if (!parsed.ok) {
    for (const problem of parsed.problem) console.log(problem);
    return null;
  }
  const { databaseFile } = parsed.value;
  if (databaseFile === null) {
    console.log("DATABASE_URL should name a file; a database in memory has no backup.");
  }
  return databaseFile;
}
