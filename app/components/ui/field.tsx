import type { ReactNode } from "react";
import { FieldError } from "./field-error";

/** What every kind of field takes besides its own attributes. */
export interface FieldFrameProps {
  readonly label: ReactNode;
  /** One line on what is wanted, before the field is filled in. */
  readonly hint?: ReactNode;
  readonly errors?: readonly string[] | undefined;
}

/** The look of everything that is typed into or picked from. */
export const inputClass =
  "block w-full min-h-11 rounded-md border border-line-strong bg-sheet px-3 py-2 font-sans text-base text-ink " +
  "placeholder:text-ink-soft hover:border-ink aria-invalid:border-2 aria-invalid:border-danger disabled:bg-well";

/** The ids that a control with this id is described by, for `aria-describedby`. */
export function describedBy(id: string, { hint, errors }: Omit<FieldFrameProps, "label">) {
  const ids = [hint ? `${id}-hint` : "", errors?.length ? `${id}-error` : ""].filter(Boolean);
  return ids.length > 0 ? ids.join(" ") : undefined;
}

interface FieldProps extends FieldFrameProps {
  readonly id: string;
  readonly children: ReactNode;
}

/** Label, hint, the control, and what is wrong with it, in that order. */
export function Field({ id, label, hint, errors, children }: FieldProps) {
  return (
    <div className="space-y-1.5">
      <label htmlFor={id} className="block font-medium">
        {label}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="text-sm text-ink-soft">
          {hint}
        </p>
      ) : null}
      <FieldError id={`${id}-error`} errors={errors} />
      {children}
    </div>
  );
}
