import { json, redirect, type MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { FirstSteps } from "~/components/admin/first-steps";
import { PeopleSearch } from "~/components/admin/people-search";
import { PeopleTable } from "~/components/admin/people-table";
import { LinkButton } from "~/components/shell/link-button";
import { PageHeader } from "~/components/shell/page-header";
import { Pager } from "~/components/admin/pager";
import { EmptyState } from "~/components/ui/empty-state";
import { countInWords } from "~/core/prose/in-words";
import { searchWords } from "~/core/prose/search-words";
import { paths } from "~/paths";
import { catalogue } from "~/server/content/catalogue.server";
import { db } from "~/server/db.server";
import { listPeople, standings } from "~/server/people/find-people.server";
import { firstStepsOf } from "~/server/people/first-steps.server";
import { guarded } from "~/server/people/guard.server";

export const meta: MetaFunction = () => [{ title: "People · Rapport" }];

export const loader = guarded("people.read", async ({ request, person }) => {
  const { searchParams } = new URL(request.url);
  const { words, cut } = searchWords(searchParams.get("q"));
  const wanted = searchParams.get("standing");
  const standing = standings.find((one) => one === wanted) ?? "active";
  const page = Math.min(100_000, Math.max(1, Math.trunc(Number(searchParams.get("page"))) || 1));
  const list = await listPeople(db(), { words, standing, page });
  // People have gone since the address was made: the page must not say that nobody is there.
  if (page > list.pages) {
    const search = words === "" ? {} : { q: words };
    throw redirect(paths.admin({ ...search, standing, page: String(list.pages) }));
  }
  const firstSteps = await firstStepsOf(db(), catalogue(), person);
  return json({ ...list, words, cut, standing, page, firstSteps });
});

export default function People() {
  const {
    people,
    found,
    active,
    deactivated,
    waiting,
    pages,
    words,
    cut,
    standing,
    page,
    firstSteps,
  } = useLoaderData<typeof loader>();
  const search = words === "" ? {} : { q: words };
  return (
    <>
      <PageHeader
        title="People"
        lead={`${active} active, ${deactivated} deactivated.`}
        actions={
          <>
            <LinkButton to={paths.adminNewPerson()}>Add a person</LinkButton>
            <LinkButton to={paths.adminImport()} variant="quiet">
              Paste a list
            </LinkButton>
            <LinkButton to={paths.adminAudit()} variant="quiet">
              Audit
            </LinkButton>
          </>
        }
      />
      <div className="space-y-6">
        {firstSteps === null ? null : <FirstSteps {...firstSteps} />}
        {waiting === 0 ? null : (
          <p>
            {countInWords(waiting, "person has", "people have")} no password yet.{" "}
            <Link to={paths.adminAddresses()} className="text-link underline underline-offset-4">
              {waiting === 1 ? "Make their address" : "Make their addresses"}
            </Link>
          </p>
        )}
        <PeopleSearch words={words} cut={cut} standing={standing} />
        {people.length === 0 ? (
          <EmptyState icon="people" title="Nobody found">
            Try fewer letters, or look among the deactivated, too.
          </EmptyState>
        ) : (
          <>
            <p className="text-sm text-ink-soft">{found === 1 ? "1 person" : `${found} people`}</p>
            <PeopleTable people={people} />
            <Pager
              page={page}
              pages={pages}
              to={(one) => paths.admin({ ...search, standing, page: String(one) })}
            />
          </>
        )}
      </div>
    </>
  );
}
