import { LinkButton } from "~/components/shell/link-button";
import { Notice } from "~/components/ui/notice";
import { Status } from "~/components/ui/status";
import { paths } from "~/paths";
import { stepAddress, stepInvitation } from "./step";
import { WayOn, type WayOnProps } from "./way-on";

interface LessonEndingProps extends WayOnProps {
  readonly complete: boolean;
  /** "Still missing: …" while it is not: said aloud alone, for the list above shows it. */
  readonly missing: string | null;
}

/** The end of a lesson: that it is complete and what comes next. */
export function LessonEnding({ complete, missing, next, course }: LessonEndingProps) {
  return (
    <div id="lesson-complete" className="mt-6">
      {complete ? (
        <Notice meaning="success" title="On your record">
          {next === null ? (
            <>
              <WayOn next={next} course={course} />
              <p>There is nothing else to do here for now.</p>
              <p className="mt-4 mb-1">
                <LinkButton to={paths.home()} onwards>
                  Go to your home page
                </LinkButton>
              </p>
            </>
          ) : (
            <>
              <WayOn next={next} course={course} />
              <p className="mt-4 mb-1">
                <LinkButton to={stepAddress(next)} onwards>
                  {stepInvitation(next)}
                </LinkButton>
              </p>
            </>
          )}
        </Notice>
      ) : null}
      <Status className="sr-only">{complete ? "This lesson is complete." : missing}</Status>
    </div>
  );
}
