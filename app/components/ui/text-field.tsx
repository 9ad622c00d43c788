import { useId, type InputHTMLAttributes } from "react";
import { classes } from "./classes";
import { describedBy, Field, inputClass, type FieldFrameProps } from "./field";

type TextFieldProps = FieldFrameProps & InputHTMLAttributes<HTMLInputElement>;

/** Takes what Conform's `getInputProps` gives, beside its label. */
export function TextField({ label, hint, errors, className, ...input }: TextFieldProps) {
  const ownId = useId();
  const id = input.id ?? ownId;
  return (
    <Field id={id} label={label} hint={hint} errors={errors}>
      <input
        {...input}
        id={id}
        className={classes(inputClass, "leading-snug", className)}
        aria-invalid={errors?.length ? true : undefined}
        aria-describedby={describedBy(id, { hint, errors })}
      />
    </Field>
  );
}
