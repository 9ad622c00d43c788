import { Icon } from "./icon";

interface FieldErrorProps {
  readonly id: string;
  readonly errors?: readonly string[] | undefined;
}

export function FieldError({ id, errors }: FieldErrorProps) {
  if (!errors || errors.length === 0) return null;
  return (
    <p id={id} className="flex gap-2 text-sm font-medium text-danger">
      <Icon name="danger" className="mt-0.5 size-4.5" />
      <span>{errors.join(" ")}</span>
    </p>
  );
}
