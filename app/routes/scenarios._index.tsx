import { json, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Library, NarrowedLibrary } from "~/components/scenario/library";
import { LibraryFilter } from "~/components/scenario/library-filter";
import { scenarioLinks } from "~/styles/scenario-links";
import { LinkButton } from "~/components/shell/link-button";
import { PageHeader } from "~/components/shell/page-header";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { paths } from "~/paths";
import { catalogue } from "~/server/content/catalogue.server";
import { db } from "~/server/db.server";
import { readLibrary } from "~/server/learning/library.server";
import { guarded } from "~/server/people/guard.server";

export const links = scenarioLinks;

export const meta: MetaFunction = () => [{ title: "Role-plays · Rapport" }];

export const loader = guarded("scenario.read", async ({ person, request }) => {
  const query = new URL(request.url).searchParams;
  const asked = { behaviour: query.get("behaviour"), course: query.get("course") };
  return json(await readLibrary(db(), catalogue(), person, asked));
});

export default function Scenarios() {
  const { behaviours, courses, behaviour, course, narrowed, groups, openElsewhere } =
    useLoaderData<typeof loader>();
  const isEmpty = narrowed === null && groups.length === 0;
  return (
    <>
      <PageHeader
        title="Role-plays"
        lead="A conversation that turns on what you say. Practise as often as you like; nobody sees it but you, unless you share it."
      />
      {openElsewhere.length > 0 ? (
        <section aria-label="Under way" className="mb-8 space-y-4">
          {openElsewhere.map(({ attemptId, title }) => (
            <Card key={attemptId}>
              <p>
                <strong>{title}</strong> is not on offer any more, and you can finish it.
              </p>
              <p className="mt-3">
                <LinkButton to={paths.attempt(attemptId)}>Go on with it</LinkButton>
              </p>
            </Card>
          ))}
        </section>
      ) : null}
      {isEmpty ? (
        <EmptyState icon="speech" title="There is no role-play yet">
          Your trainers are writing them. Look in again soon.
        </EmptyState>
      ) : (
        <div className="space-y-8">
          <LibraryFilter
            behaviours={behaviours}
            courses={courses}
            behaviour={behaviour?.value ?? null}
            course={course?.value ?? null}
          />
          {narrowed === null ? (
            <Library groups={groups} />
          ) : (
            <NarrowedLibrary
              items={narrowed}
              behaviour={behaviour?.label ?? null}
              course={course?.label ?? null}
            />
          )}
        </div>
      )}
    </>
  );
}
