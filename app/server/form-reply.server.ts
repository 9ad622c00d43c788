/** Answers of form actions: what was typed goes back to the page, never a password. */
import type { SubmissionResult } from "@conform-to/react";
import { json, type TypedResponse } from "@remix-run/node";
import { storageProblem } from "~/server/storage-problem.server";

/** Never sent back, and never kept in the page. */
const hideFields = ["password", "again"];

/** What a parsed form can do, whatever is in it. */
interface Returnable {
  readonly reply: (errors: {
    readonly hideFields: string[];
    readonly formErrors?: string[];
    readonly fieldErrors?: Record<string, string[]>;
  }) => SubmissionResult;
}

interface Refusal {
  readonly status?: number;
  readonly formErrors?: string[];
  readonly fieldErrors?: Record<string, string[]>;
}

/** The form with its problems, and everything in it but passwords. */
export function backToForm(
  submission: Returnable,
  { status = 400, ...errors }: Refusal = {},
): TypedResponse<SubmissionResult> {
  return json(submission.reply({ hideFields, ...errors }), { status });
}

/** Where the database is in trouble the form comes back, so that it can be sent again. */
export async function keepingForm<Reply>(
  submission: Returnable,
  work: () => Promise<Reply>,
): Promise<Reply | TypedResponse<SubmissionResult>> {
  try {
    return await work();
  } catch (error) {
    const problem = storageProblem(error);
    if (problem === null) throw error;
    return backToForm(submission, { status: problem.status, formErrors: [problem.sentence] });
  }
}
