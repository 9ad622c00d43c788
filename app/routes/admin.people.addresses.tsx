import { json, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, type ShouldRevalidateFunction } from "@remix-run/react";
import { AddressForm } from "~/components/admin/address-form";
import { AddressSlips } from "~/components/admin/address-slips";
import { LinkButton } from "~/components/shell/link-button";
import { PageHeader } from "~/components/shell/page-header";
import { EmptyState } from "~/components/ui/empty-state";
import { Notice } from "~/components/ui/notice";
import { countInWords } from "~/core/prose/in-words";
import { paths } from "~/paths";
import { db } from "~/server/db.server";
import { actorOf } from "~/server/people/actor.server";
import { addressAll, peopleToAddress } from "~/server/people/address-list.server";
import { guarded } from "~/server/people/guard.server";
import { withStorage } from "~/server/storage-problem.server";

export const meta: MetaFunction = () => [{ title: "One-time addresses · Rapport" }];

export const loader = guarded("people.change", async ({ person }) =>
  json({ ...(await peopleToAddress(db())), timeZone: person.timeZone }),
);

export const action = guarded("people.change", async (visit) => {
  const form = await visit.request.formData();
  const ids = form.getAll("person").filter((id) => typeof id === "string");
  const made = await withStorage(() => addressAll(db(), actorOf(visit), ids));
  if (!made.ok) return json({ problem: made.problem.sentence }, { status: made.problem.status });
  if (made.value.length > 0) return json({ slips: made.value });
  const problem = "Tick at least one person who has no password yet.";
  return json({ problem }, { status: 400 });
});

export { clientAction } from "~/components/shell/unsent-reply";

/** The addresses stand in the answer, once: what is below them is not asked for. */
export const shouldRevalidate: ShouldRevalidateFunction = ({
  actionResult,
  defaultShouldRevalidate,
}) => (actionResult === undefined ? defaultShouldRevalidate : false);

export default function Addresses() {
  const { people, more, timeZone } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const trail = [{ label: "People", to: paths.admin() }];
  if (answer !== undefined && "slips" in answer) {
    const { slips } = answer;
    return (
      <>
        <PageHeader title={countInWords(slips.length, "address", "addresses")} trail={trail} />
        <div className="space-y-6">
          <div role="status" className="screen-only max-w-form">
            <Notice meaning="success" title="Print or copy them now">
              They are shown this once. Each works once, within seven days, and whoever has it can
              set the password: give everybody theirs alone.
            </Notice>
          </div>
          <AddressSlips slips={slips} />
          <p className="screen-only">
            <LinkButton to={paths.admin()} variant="quiet">
              To the people
            </LinkButton>
          </p>
        </div>
      </>
    );
  }
  return (
    <>
      <PageHeader
        title="One-time addresses"
        lead="For everybody who has no password yet: an address to set one at, all on one page to print."
        trail={trail}
      />
      {people.length === 0 ? (
        <EmptyState icon="people" title="Everybody has a password">
          Whoever forgot theirs gets an address on their own page.
        </EmptyState>
      ) : (
        <AddressForm {...{ people, more, timeZone, answer }} />
      )}
    </>
  );
}
