import { json, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { NextStep } from "~/components/course/next-step";
import { Renewals } from "~/components/course/renewals";
import { stepAddress, stepInvitation } from "~/components/course/step";
import { StepList } from "~/components/course/step-list";
import { PageHeader } from "~/components/shell/page-header";
import { DateText } from "~/components/ui/date-text";
import { Notice } from "~/components/ui/notice";
import { BehaviourTags } from "~/components/ui/tag";
import { civilDateAt } from "~/core/calendar/civil-date";
import { paths } from "~/paths";
import { catalogue } from "~/server/content/catalogue.server";
import { db } from "~/server/db.server";
import { readLearnerState } from "~/server/learning/learner-state.server";
import { courseOf } from "~/server/learning/progress.server";
import { lastsUntil, shownRenewals } from "~/server/learning/renewals.server";
import { guarded, notFound } from "~/server/people/guard.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.course.title ?? "Course"} · Rapport` },
];

export const loader = guarded("course.read", async ({ person, params }) => {
  const state = await readLearnerState(db(), person.id);
  const course = courseOf(catalogue(), params["course"] ?? "", state);
  if (course === null) throw notFound();
  const today = civilDateAt(new Date(), person.timeZone);
  const renewals = shownRenewals(catalogue(), state, today).filter(
    ({ kind, slug }) => kind === "course" && slug === course.slug,
  );
  const until = course.complete ? await lastsUntil(db(), person.id, course.slug) : null;
  return json({ course, renewals, until });
});

interface Place {
  readonly complete: boolean;
  readonly byHand: boolean;
  readonly done: number;
}

function placeOf({ complete, byHand, done }: Place, again: boolean) {
  if (byHand) return "If you would like to";
  if (complete) return "Added since you completed it";
  if (again) return done === 0 ? "To be renewed: begin here" : "To be renewed: next";
  return done === 0 ? "Begin here" : "Next in this course";
}

export default function CoursePage() {
  const { course, renewals, until } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={course.title}
        lead={course.summary}
        trail={[{ label: "Courses", to: paths.courses() }]}
      >
        <BehaviourTags behaviours={course.behaviours} label="What it trains" />
      </PageHeader>
      <Renewals renewals={renewals} here />
      <div className="space-y-12">
        {course.complete ? (
          <Notice meaning="success" title="This course is complete">
            {course.byHand
              ? "It was recorded by hand, and it is on your record. The steps are open to you if you would like to take them."
              : "It is on your record. You can read and play everything again as often as you like."}
            {until === null ? null : (
              <>
                {" "}
                It lasts until <DateText value={until} />, and is asked for again then.
              </>
            )}
          </Notice>
        ) : null}
        {course.next === null ? null : (
          <NextStep
            {...course.next}
            place={placeOf(course, renewals.length > 0)}
            to={stepAddress(course.next)}
            invitation={stepInvitation(course.next)}
          />
        )}
        <section aria-labelledby="steps" className="space-y-6">
          <h2 id="steps" className="text-xl">
            All steps
          </h2>
          <StepList label="Steps of this course" steps={course.steps} />
        </section>
      </div>
    </>
  );
}
