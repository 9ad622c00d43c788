import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Button, buttonClass } from "~/components/ui/button";
import { classes } from "~/components/ui/classes";
import { Select, type SelectOption } from "~/components/ui/select";
import { TextField } from "~/components/ui/text-field";

interface NarrowingFormProps {
  /** What it does, for whoever hears it: "Narrow the records". */
  readonly label: string;
  /** What the words are looked for in: "Name, e-mail or title". */
  readonly words: string;
  /** Why not all of the words are looked for. */
  readonly wordsProblem: string | undefined;
  /** What the list is narrowed by now; undefined is not narrowed by this. */
  readonly filter: Readonly<Record<string, string | undefined>>;
  /** The list as it is without a filter. */
  readonly all: string;
  /** The person that the list is narrowed to, in a sentence; null where there is none. */
  readonly person: ReactNode;
  /** Widths of the columns on a wide page, one for the words, one for each field and one for the buttons. */
  readonly columns: string;
  /** Further fields. */
  readonly children: ReactNode;
}

/** Narrows a list; a plain form, so that the address says what one is looking at. */
export function NarrowingForm(props: NarrowingFormProps) {
  const { label, words, wordsProblem, filter, all, person, columns, children } = props;
  const narrowed = Object.values(filter).some((value) => value !== undefined);
  return (
    <Form method="get" role="search" aria-label={label} className="screen-only">
      {filter["person"] === undefined ? null : (
        <input type="hidden" name="person" value={filter["person"]} />
      )}
      {person === null ? null : <p className="mb-4">{person}</p>}
      <div className={classes("grid items-end gap-4 sm:grid-cols-2", columns)}>
        <TextField
          key={filter["text"]}
          label={words}
          name="text"
          type="search"
          defaultValue={filter["text"] ?? ""}
          errors={wordsProblem === undefined ? [] : [wordsProblem]}
        />
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

interface NarrowingChoiceProps {
  readonly label: string;
  readonly name: string;
  readonly value: string | undefined;
  /** What it says where the list is not narrowed by it: "All teams". */
  readonly all: string;
  readonly options: readonly SelectOption[];
}

/** One of a few, or all of them. */
export function NarrowingChoice({ label, name, value, all, options }: NarrowingChoiceProps) {
  return (
    <Select
      label={label}
      name={name}
      defaultValue={value ?? ""}
      options={[{ value: "", label: all }, ...options]}
    />
  );
}
