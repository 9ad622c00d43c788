import { parseWithZod } from "@conform-to/zod/v4";
import { json, redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { SignInForm } from "~/components/account/sign-in-form";
import { ownFrame } from "~/components/shell/own-frame";
import { nextAddress } from "~/core/access/next-address";
import { signInForm } from "~/core/access/sign-in.schema";
import { paths } from "~/paths";
import { db } from "~/server/db.server";
import { backToForm, keepingForm } from "~/server/form-reply.server";
import { countAdmins } from "~/server/people/first-admin.server";
import { open, visitor } from "~/server/people/guard.server";
import { keptCookieFor } from "~/server/people/kept-form.server";
import { signIn } from "~/server/people/sign-in.server";

export const handle = ownFrame;

export const meta: MetaFunction = () => [{ title: "Sign in · Rapport" }];

const sentForms = ["kept", "lost"] as const;

function wanted(request: Request): string {
  return nextAddress(new URL(request.url).searchParams.get("next"));
}

export const loader = open(async (visit) => {
  const next = wanted(visit.request);
  if ((await visitor(visit)) !== null) throw redirect(next);
  const waiting = (await countAdmins(db())) === 0;
  const sent = sentForms.find((one) => one === new URL(visit.request.url).searchParams.get("sent"));
  return json({ returning: next !== paths.home() && !waiting, waiting, sent: sent ?? null });
});

export const action = open(async ({ request, context }) => {
  const submission = parseWithZod(await request.formData(), { schema: signInForm });
  if (submission.status !== "success") return backToForm(submission);
  const form = submission.value;
  return keepingForm(submission, async () => {
    const signedIn = await signIn(db(), form, {
      address: context.address,
      userAgent: request.headers.get("user-agent"),
    });
    if (!signedIn.ok) {
      const { status, sentence } = signedIn.problem;
      return backToForm(submission, { status, formErrors: [sentence] });
    }
    const headers = new Headers({ "Set-Cookie": signedIn.value });
    const kept = await keptCookieFor(db(), form.email);
    if (kept !== null) headers.append("Set-Cookie", kept);
    throw redirect(wanted(request), { headers });
  });
});

export { clientAction, shouldRevalidate } from "~/components/shell/unsent-reply";

export default function Login() {
  const standing = useLoaderData<typeof loader>();
  return <SignInForm {...standing} lastResult={useActionData<typeof action>()} />;
}
