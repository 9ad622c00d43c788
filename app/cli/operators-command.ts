/** The frame of an operator's command about the database: what it is asked, and what it cannot do. */
import { openingProblem } from "~/server/database-opening.server";
import { parseEnvironment } from "~/server/env.server";

interface OperatorsCommand<Call> {
  readonly usage: string;
  /** What was asked for on the command line; null where that is nothing the command knows. */
  readonly call: Call | null;
  /** Exit status: 0 done, 1 not done. */
  readonly carryOut: (databaseFile: string, call: Call) => Promise<0 | 1>;
}

/** Null where the environment is wrong, which has been said then. */
function operatorsDatabase(): string | null {
  const parsed = parseEnvironment(process.env);
  if (!parsed.ok) {
    for (const problem of parsed.problem) console.log(problem);
    return null;
  }
  return parsed.value.databaseFile;
}

async function exitStatus<Call>({ usage, call, carryOut }: OperatorsCommand<Call>) {
  if (call === null) {
    console.log(usage);
    return 2;
  }
  const databaseFile = operatorsDatabase();
  if (databaseFile === null) return 2;
  try {
    return await carryOut(databaseFile, call);
  } catch (error) {
    const problem = openingProblem(error, databaseFile);
    if (problem === null) throw error;
    console.log(problem);
    return 1;
  }
}

/** What it writes is for the operator's account alone. */
export async function runOperatorsCommand<Call>(command: OperatorsCommand<Call>): Promise<void> {
  process.umask(0o077);
  process.exitCode = await exitStatus(command);
}
