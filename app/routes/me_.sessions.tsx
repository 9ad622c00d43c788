import { json, redirect, type MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { OwnSessions } from "~/components/account/own-sessions";
import { PageHeader } from "~/components/shell/page-header";
import { Button } from "~/components/ui/button";
import { Notice } from "~/components/ui/notice";
import { paths } from "~/paths";
import { db } from "~/server/db.server";
import { guarded } from "~/server/people/guard.server";
import { endOwnSessions, endSession, sessionsOf } from "~/server/people/session.server";

export const meta: MetaFunction = () => [{ title: "Where I am signed in · Rapport" }];

export const loader = guarded("own-record.read", async ({ person, request }) => {
  const sessions = await sessionsOf(db(), person.id);
  return json({
    // Which one it is stays on the server: an id opens nothing, and is nobody's business.
    sessions: sessions.map(({ id, idleMinutes, ...session }) => ({
      ...session,
      shared: idleMinutes < 60,
      here: id === person.sessionId,
    })),
    ended: new URL(request.url).searchParams.has("ended"),
    timeZone: person.timeZone,
  });
});

export const action = guarded("session.end", async ({ person, request, context }) => {
  const everywhere = (await request.formData()).get("intent") === "everywhere";
  const except = everywhere ? null : person.sessionId;
  await endOwnSessions(db(), { personId: person.id, except, address: context.address });
  if (!everywhere) return redirect(`${paths.meSessions()}?ended`);
  const headers = { "Set-Cookie": await endSession(db(), person.sessionId) };
  return redirect(paths.login(), { headers });
});

export default function MySessions() {
  const { sessions, ended, timeZone } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Where I am signed in"
        lead="Lost a phone, or forgot to sign out at a shared till? End it from here."
        trail={[{ label: "My record", to: paths.me() }]}
      />
      <div className="max-w-talk space-y-6">
        {ended ? (
          <div role="status">
            <Notice meaning="success" title="Signed out everywhere else" />
          </div>
        ) : null}
        <OwnSessions sessions={sessions} timeZone={timeZone} />
        <Form method="post" className="flex flex-wrap gap-3">
          {sessions.length > 1 ? (
            <Button name="intent" value="elsewhere">
              Sign out everywhere else
            </Button>
          ) : null}
          <Button name="intent" value="everywhere" variant="quiet">
            Sign out everywhere, here too
          </Button>
        </Form>
      </div>
    </>
  );
}
