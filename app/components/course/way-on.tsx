import { Link } from "@remix-run/react";
import { countInWords } from "~/core/prose/in-words";
import { paths } from "~/paths";
import { stepAddress, type Step } from "./step";

export interface WayOnProps {
  readonly next: Step | null;
  /** The course of what was completed. */
  readonly course: {
    readonly slug: string;
    readonly title: string;
    readonly complete: boolean;
    /** Where it goes on, if that is not what comes next anyway. */
    readonly next: Step | null;
  } | null;
}

const link = "text-link underline underline-offset-4";

/** What else is complete now, and what comes next, in words: the button stands beside it. */
export function WayOn({ next, course }: WayOnProps) {
  return (
    <div className="space-y-2">
      {course?.complete === true ? (
        <p>
          The course{" "}
          <Link to={paths.course(course.slug)} className={link}>
            {course.title}
          </Link>{" "}
          is complete too.
        </p>
      ) : null}
      {next === null ? null : (
        <p>
          Your next step: <strong className="font-medium">{next.title}</strong>,{" "}
          {countInWords(next.minutes, "minute")}.
        </p>
      )}
      {course?.next ? (
        <p>
          Or go on in {course.title}:{" "}
          <Link to={stepAddress(course.next)} className={link}>
            {course.next.title}
          </Link>
          .
        </p>
      ) : null}
    </div>
  );
}
