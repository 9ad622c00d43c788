import { parseWithZod } from "@conform-to/zod/v4";
import { json, redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AddressIsSpent } from "~/components/account/address-is-spent";
import { SetupForm } from "~/components/account/setup-form";
import { ownFrame } from "~/components/shell/own-frame";
import { setupForm } from "~/core/access/choose-password.schema";
import { passwordProblem } from "~/core/access/password";
import { paths } from "~/paths";
import { db } from "~/server/db.server";
import { backToForm, keepingForm } from "~/server/form-reply.server";
import { readCommonPasswords } from "~/server/people/common-passwords.server";
import { setUpFirstAdmin, setupIsOpen } from "~/server/people/first-admin.server";
import { open } from "~/server/people/guard.server";
import { startSession } from "~/server/people/session.server";

export const handle = ownFrame;

export const meta: MetaFunction = () => [{ title: "Set up · Rapport" }];

export const loader = open(async ({ params }) => {
  const isOpen = await setupIsOpen(db(), params["token"] ?? "");
  return json({ isOpen }, { status: isOpen ? 200 : 404 });
});

export const action = open(async ({ request, params, context }) => {
  const token = params["token"] ?? "";
  if (!(await setupIsOpen(db(), token))) throw redirect(paths.setup(token));
  const isListed = await readCommonPasswords();
  const schema = setupForm((owner) => (password) => passwordProblem(password, owner, isListed));
  const submission = parseWithZod(await request.formData(), { schema });
  if (submission.status !== "success") return backToForm(submission);
  const { shared, name, email, password } = submission.value;
  return keepingForm(submission, async () => {
    const admin = { token, name, email, password, address: context.address };
    const done = await setUpFirstAdmin(db(), admin);
    if (done === null) throw redirect(paths.setup(token));
    if (done === "taken") {
      const fieldErrors = { email: ["Somebody has this e-mail address already."] };
      return backToForm(submission, { fieldErrors });
    }
    const cookie = await startSession(db(), done.id, {
      shared,
      userAgent: request.headers.get("user-agent"),
    });
    throw redirect(paths.admin(), { headers: { "Set-Cookie": cookie } });
  });
});

export { clientAction, shouldRevalidate } from "~/components/shell/unsent-reply";

export default function Setup() {
  const { isOpen } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  if (isOpen) return <SetupForm lastResult={lastResult} />;
  return (
    <AddressIsSpent wayOut="It was used, or ran out after 24 hours. As long as there is no administrator, each start of the server prints a new one." />
  );
}
