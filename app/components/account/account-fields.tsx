/** Fields that the forms of accounts share. */
import { getInputProps, type FieldMetadata } from "@conform-to/react";
import { Checkbox } from "~/components/ui/checkbox";
import { TextField } from "~/components/ui/text-field";

/** Whose account it is; a password keeper fills it in. */
export function EmailField({ field }: { readonly field: FieldMetadata<string> }) {
  return (
    <TextField
      label="E-mail"
      errors={field.errors}
      {...getInputProps(field, { type: "email", ariaAttributes: false })}
      autoComplete="username"
      key="email"
    />
  );
}

/** Whose computer it is. */
export function SharedComputerField({
  field,
}: {
  readonly field: FieldMetadata<boolean | undefined>;
}) {
  return (
    <Checkbox
      label="This is a shared computer"
      hint="You are signed out after ten minutes without a click, and when the browser closes."
      {...getInputProps(field, { type: "checkbox", ariaAttributes: false })}
      key="shared"
    />
  );
}
