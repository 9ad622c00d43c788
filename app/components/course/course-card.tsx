import { Link } from "@remix-run/react";
import { Fragment } from "react";
import { Card } from "~/components/ui/card";
import { Progress } from "~/components/ui/progress";
import { Tag } from "~/components/ui/tag";
import { countInWords } from "~/core/prose/in-words";
import { paths } from "~/paths";
import type { Step } from "./step";

interface CourseSummary {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  /** Names, not tags. */
  readonly behaviours: readonly string[];
  readonly steps: readonly Step[];
  readonly done: number;
  readonly complete: boolean;
  /** Somebody recorded that it is complete: how many steps are done here says nothing about that. */
  readonly byHand: boolean;
}

export function CourseCard({ course }: { readonly course: CourseSummary }) {
  const minutes = course.steps.reduce((sum, step) => sum + step.minutes, 0);
  return (
    <Card as="li" className="flex min-w-0 flex-col gap-4">
      <div>
        <h2 className="text-xl">
          <Link
            to={paths.course(course.slug)}
            className="underline-offset-4 after:absolute after:inset-0 hover:underline"
          >
            {course.title}
          </Link>
        </h2>
        <p className="mt-2">{course.summary}</p>
      </div>
      <p className="text-sm text-ink-soft">
        {course.behaviours.map((name, at) => (
          <Fragment key={name}>
            {at === 0 ? null : " "}
            <span className="sm:whitespace-nowrap">
              {name}
              {at < course.behaviours.length - 1 ? "\u00A0·" : null}
            </span>
          </Fragment>
        ))}
      </p>
      <div className="mt-auto space-y-2">
        <p className="flex flex-wrap items-center gap-3 text-sm text-ink-soft">
          About {countInWords(minutes, "minute")}
          {course.complete ? (
            <Tag look="success" icon="check">
              Complete
            </Tag>
          ) : null}
        </p>
        {course.byHand ? (
          <p className="text-sm text-ink-soft">
            Recorded by hand. Its {countInWords(course.steps.length, "step")} stay open to you.
          </p>
        ) : course.steps.length > 0 ? (
          <Progress
            label={`Steps done in ${course.title}`}
            hideLabel
            value={course.done}
            max={course.steps.length}
            words={`${course.done} of ${countInWords(course.steps.length, "step")} done`}
          />
        ) : null}
      </div>
    </Card>
  );
}
