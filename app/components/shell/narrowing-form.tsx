import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Button, buttonClass } from "~/components/ui/button";
import { classes } from "~/components/ui/classes";

interface NarrowingFormProps {
  /** What it does, for whoever hears it: "Narrow the records". */
  readonly label: string;
  /** What the list is narrowed by now; undefined is not narrowed by this. */
  readonly filter: Readonly<Record<string, string | undefined>>;
  /** The list as it is without a filter. */
  readonly all: string;
  /** The person that the list is narrowed to, in a sentence; null where there is none. */
  readonly person: ReactNode;
  /** Widths of the columns on a wide page, one for each field and one for the buttons. */
  readonly columns: string;
  readonly children: ReactNode;
}

/** Narrows a list; a plain form, so that the address says what one is looking at. */
export function NarrowingForm(props: NarrowingFormProps) {
  const { label, filter, all, person, columns, children } = props;
  const narrowed = Object.values(filter).some((value) => value !== undefined);
  return (
    <Form method="get" role="search" aria-label={label} className="screen-only">
      {filter["person"] === undefined ? null : (
        <input type="hidden" name="person" value={filter["person"]} />
      )}
      {person === null ? null : <p className="mb-4">{person}</p>}
      <div className={classes("grid items-end gap-4 sm:grid-cols-2", columns)}>
        {children}
        <div className="flex flex-wrap gap-2">
          <Button variant="quiet">Show</Button>
          {narrowed ? (
            <Link to={all} className={buttonClass("plain")}>
              Show all
            </Link>
          ) : null}
        </div>
      </div>
    </Form>
  );
}
