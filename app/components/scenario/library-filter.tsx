import { Form, Link } from "@remix-run/react";
import { NarrowingChoice } from "~/components/shell/narrowing-form";
import { Button, buttonClass } from "~/components/ui/button";
import type { SelectOption } from "~/components/ui/select";
import { paths } from "~/paths";

interface LibraryFilterProps {
  /** Those that some role-play practises, in the order of the vocabulary. */
  readonly behaviours: readonly SelectOption[];
  /** Those that have a role-play. */
  readonly courses: readonly SelectOption[];
  /** What the library is narrowed to now; null for all. */
  readonly behaviour: string | null;
  readonly course: string | null;
}

/** Narrows the library; a plain form, so that the address says what one is looking at. */
export function LibraryFilter({ behaviours, courses, behaviour, course }: LibraryFilterProps) {
  return (
    <Form
      method="get"
      role="search"
      aria-label="Narrow the role-plays"
      className="library-filter screen-only"
    >
      <NarrowingChoice
        key={`behaviour ${behaviour ?? ""}`}
        label="Behaviour"
        name="behaviour"
        value={behaviour ?? undefined}
        all="All behaviours"
        options={behaviours}
      />
      <NarrowingChoice
        key={`course ${course ?? ""}`}
        label="Course"
        name="course"
        value={course ?? undefined}
        all="All courses"
        options={courses}
      />
      <div className="flex flex-wrap gap-2">
        <Button variant="quiet">Show</Button>
        {behaviour === null && course === null ? null : (
          <Link to={paths.scenarios()} className={buttonClass("plain")}>
            Show all
          </Link>
        )}
      </div>
    </Form>
  );
}
