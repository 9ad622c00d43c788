import { useId, type InputHTMLAttributes, type ReactNode } from "react";
import { describedBy } from "./field";
import { FieldError } from "./field-error";

interface CheckboxProps extends Omit<InputHTMLAttributes<HTMLInputElement>, "type"> {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly errors?: readonly string[] | undefined;
}

export function Checkbox({ label, hint, errors, ...input }: CheckboxProps) {
  const ownId = useId();
  const id = input.id ?? ownId;
  return (
    <div>
      <FieldError id={`${id}-error`} errors={errors} />
      <div className="flex items-start gap-3">
        <input
          {...input}
          type="checkbox"
          id={id}
          className="mt-3 size-5 shrink-0"
          aria-invalid={errors?.length ? true : undefined}
          aria-describedby={describedBy(id, { hint, errors })}
        />
        <div className="min-w-0">
          <label htmlFor={id} className="block py-2.5">
            {label}
          </label>
          {hint ? (
            <p id={`${id}-hint`} className="-mt-1.5 text-sm text-ink-soft">
              {hint}
            </p>
          ) : null}
        </div>
      </div>
    </div>
  );
}
