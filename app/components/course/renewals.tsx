import { LinkButton } from "~/components/shell/link-button";
import { DateText } from "~/components/ui/date-text";
import { Notice } from "~/components/ui/notice";
import { addDays } from "~/core/calendar/civil-date";
import { paths } from "~/paths";

interface ShownRenewal {
  readonly kind: "course" | "path";
  readonly slug: string;
  readonly title: string;
  /** Civil dates. */
  readonly lasted: string;
  readonly due: string;
  readonly dueInDays: number;
}

interface RenewalsProps {
  readonly renewals: readonly ShownRenewal[];
  /** They are what is to be done next: there is no other step. */
  readonly lead?: boolean;
  /** On the page of the course itself, which needs no way to it. */
  readonly here?: boolean;
}

/** What lasted for a time and is to be done again. What is on record stays there. */
export function Renewals({ renewals, ...shown }: RenewalsProps) {
  const { lead = false, here = false } = shown;
  if (renewals.length === 0) return null;
  return (
    <div className="mb-10 space-y-4">
      {renewals.map(({ kind, slug, title, lasted, due, dueInDays }) => {
        const today = addDays(due, -dueInDays);
        return (
          <Notice key={`${kind} ${slug}`} meaning="info" title={`“${title}” is to be renewed`}>
            <p>
              What you completed lasted until <DateText value={lasted} today={today} />, and stays
              on your record.{" "}
              {dueInDays >= 0 ? (
                <>
                  Go through the steps once more by <DateText value={due} today={today} />.
                </>
              ) : (
                <>
                  It was meant to be done again by <DateText value={due} today={today} />; today is
                  fine too.
                </>
              )}
            </p>
            {kind === "course" && !here ? (
              <p className="mt-3 mb-1">
                <LinkButton to={paths.course(slug)} variant={lead ? "primary" : "quiet"} onwards>
                  Go to the course
                </LinkButton>
              </p>
            ) : null}
          </Notice>
        );
      })}
    </div>
  );
}
