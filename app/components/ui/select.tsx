import { useId, type SelectHTMLAttributes } from "react";
import { classes } from "./classes";
import { describedBy, Field, inputClass, type FieldFrameProps } from "./field";
import { Icon } from "./icon";

export interface SelectOption {
  readonly value: string;
  readonly label: string;
}

/** Options under a heading of their own. */
export interface SelectGroup {
  readonly label: string;
  readonly options: readonly SelectOption[];
}

interface SelectProps extends FieldFrameProps, SelectHTMLAttributes<HTMLSelectElement> {
  readonly options: readonly (SelectOption | SelectGroup)[];
}

export function Select({ label, hint, errors, options, className, ...select }: SelectProps) {
  const ownId = useId();
  const id = select.id ?? ownId;
  return (
    <Field id={id} label={label} hint={hint} errors={errors}>
      <span className="relative block">
        <select
          {...select}
          id={id}
          className={classes(inputClass, "appearance-none pe-10 leading-snug", className)}
          aria-invalid={errors?.length ? true : undefined}
          aria-describedby={describedBy(id, { hint, errors })}
        >
          {options.map((each) =>
            "options" in each ? (
              <optgroup key={each.label} label={each.label}>
                {each.options.map(optionElement)}
              </optgroup>
            ) : (
              optionElement(each)
            ),
          )}
        </select>
        <Icon
          name="chevron-down"
          className="pointer-events-none absolute inset-y-0 end-3 my-auto size-5 text-ink-soft"
        />
      </span>
    </Field>
  );
}

function optionElement({ value, label }: SelectOption) {
  return (
    <option key={value} value={value}>
      {label}
    </option>
  );
}
