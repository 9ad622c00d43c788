import { useId, type TextareaHTMLAttributes } from "react";
import { classes } from "./classes";
import { describedBy, Field, inputClass, type FieldFrameProps } from "./field";

type TextAreaProps = FieldFrameProps & TextareaHTMLAttributes<HTMLTextAreaElement>;

export function TextArea({ label, hint, errors, className, rows = 4, ...input }: TextAreaProps) {
  const ownId = useId();
  const id = input.id ?? ownId;
  return (
    <Field id={id} label={label} hint={hint} errors={errors}>
      <textarea
        {...input}
        id={id}
        rows={rows}
        className={classes(inputClass, "resize-y leading-normal", className)}
        aria-invalid={errors?.length ? true : undefined}
        aria-describedby={describedBy(id, { hint, errors })}
      />
    </Field>
  );
}
