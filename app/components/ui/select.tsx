import { useId, type SelectHTMLAttributes } from "react";
import { classes } from "./classes";
import { describedBy, Field, inputClass, type FieldFrameProps } from "./field";

export interface SelectOption {
  readonly value: string;
  readonly label: string;
}

interface SelectProps extends FieldFrameProps, SelectHTMLAttributes<HTMLSelectElement> {
  readonly options: readonly SelectOption[];
}

export function Select({ label, hint, errors, options, className, ...select }: SelectProps) {
  const ownId = useId();
  const id = select.id ?? ownId;
  return (
    <Field id={id} label={label} hint={hint} errors={errors}>
      <select
        {...select}
        id={id}
        className={classes(inputClass, className)}
        aria-invalid={errors?.length ? true : undefined}
        aria-describedby={describedBy(id, { hint, errors })}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
