import { getInputProps, type FieldMetadata } from "@conform-to/react";
import { SharedComputerField } from "~/components/account/account-fields";
import { TextField } from "~/components/ui/text-field";

interface NewPasswordFieldsProps {
  readonly password: FieldMetadata<string>;
  readonly again: FieldMetadata<string>;
  readonly shared: FieldMetadata<boolean | undefined>;
}

/** The password twice, and whose computer this is. */
export function NewPasswordFields({ password, again, shared }: NewPasswordFieldsProps) {
  return (
    <>
      <TextField
        label="Password"
        hint="12 characters or more. Three or four words that only you would put together are easy to remember."
        errors={password.errors}
        {...getInputProps(password, { type: "password", ariaAttributes: false })}
        autoComplete="new-password"
        key="password"
      />
      <TextField
        label="The same password again"
        errors={again.errors}
        {...getInputProps(again, { type: "password", ariaAttributes: false })}
        autoComplete="new-password"
        key="again"
      />
      <SharedComputerField field={shared} />
    </>
  );
}
