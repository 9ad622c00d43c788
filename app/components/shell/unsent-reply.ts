/**
 * For routes with a form outside lessons and role-plays: where the network did not carry it, the page stays with
 * what was typed and says so, as where the server could not keep it.
 */
import type { SubmissionResult } from "@conform-to/react";
import type { ClientActionFunctionArgs, ShouldRevalidateFunction } from "@remix-run/react";
import { orUnsent } from "./or-unsent";

const sentence =
  "That did not get through to us. Everything is still here: send it again once you are connected.";

interface UnsentReply extends SubmissionResult {
  readonly unsent: true;
  /** For routes that answer a button with nothing but a sentence. */
  readonly problem: string;
}

/** As the server gives a form back, with a sentence about the form as a whole. */
export function unsentReply(form: FormData): UnsentReply {
  const names = [...new Set(form.keys())];
  const values = names.map((name): [string, string | string[]] => {
    const [first, ...others] = form.getAll(name).filter((value) => typeof value === "string");
    return [name, first === undefined || others.length > 0 ? [first ?? "", ...others] : first];
  });
  return {
    ...{ unsent: true, problem: sentence, status: "error", error: { "": [sentence] } },
    initialValue: Object.fromEntries(values),
  };
}

export function clientAction({ request, serverAction }: ClientActionFunctionArgs) {
  return orUnsent(request, () => serverAction(), unsentReply);
}

/** What did not get through changed nothing, and nothing else of the page can be asked for now. */
export const shouldRevalidate: ShouldRevalidateFunction = ({
  actionResult,
  defaultShouldRevalidate,
}) =>
  typeof actionResult === "object" && actionResult !== null && "unsent" in actionResult
    ? false
    : defaultShouldRevalidate;
