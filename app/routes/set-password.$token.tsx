import { parseWithZod } from "@conform-to/zod/v4";
import { json, redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AddressIsSpent } from "~/components/account/address-is-spent";
import { ChoosePasswordForm } from "~/components/account/choose-password-form";
import { ownFrame } from "~/components/shell/own-frame";
import { choosePasswordForm } from "~/core/access/choose-password.schema";
import { passwordProblem } from "~/core/access/password";
import { paths } from "~/paths";
import { db } from "~/server/db.server";
import { backToForm, keepingForm } from "~/server/form-reply.server";
import { readCommonPasswords } from "~/server/people/common-passwords.server";
import { open } from "~/server/people/guard.server";
import { findLink } from "~/server/people/one-time-link.server";
import { startSession } from "~/server/people/session.server";
import { setPasswordByLink } from "~/server/people/set-password.server";

export const handle = ownFrame;

export const meta: MetaFunction = () => [{ title: "Choose your password · Rapport" }];

async function ownerOf(token: string | undefined) {
  const link = await findLink(db(), "set-password", token ?? "");
  return link?.person ?? null;
}

export const loader = open(async ({ params }) => {
  const owner = await ownerOf(params["token"]);
  if (owner === null) return json({ owner: null }, { status: 404 });
  return json({ owner: { name: owner.name, email: owner.email } });
});

export const action = open(async ({ request, params, context }) => {
  const token = params["token"] ?? "";
  const owner = await ownerOf(token);
  if (owner === null) throw redirect(paths.setPassword(token));
  const isListed = await readCommonPasswords();
  const schema = choosePasswordForm((password) => passwordProblem(password, owner, isListed));
  const submission = parseWithZod(await request.formData(), { schema });
  if (submission.status !== "success") return backToForm(submission);
  const { password, shared } = submission.value;
  return keepingForm(submission, async () => {
    const { address } = context;
    const personId = await setPasswordByLink(db(), { token, password, address });
    if (personId === null) throw redirect(paths.setPassword(token));
    const cookie = await startSession(db(), personId, {
      shared,
      userAgent: request.headers.get("user-agent"),
    });
    throw redirect(paths.home(), { headers: { "Set-Cookie": cookie } });
  });
});

export { clientAction, shouldRevalidate } from "~/components/shell/unsent-reply";

export default function SetPassword() {
  const { owner } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  if (owner !== null) return <ChoosePasswordForm {...owner} lastResult={lastResult} />;
  return (
    <AddressIsSpent wayOut="It works once, for seven days, and until a newer one is made. Ask your administrator for another." />
  );
}
