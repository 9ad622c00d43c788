import { Notice } from "./notice";

interface FormProblemProps {
  /** What the form is described by where it came back: without this it would be described by nothing. */
  readonly id: string;
  /** What did not happen: "Nothing was saved". */
  readonly title: string;
  /** Sentences about the form as a whole; undefined where there are none. */
  readonly errors: readonly string[] | undefined;
}

/** Why a form came back, where it is no single field's fault. */
export function FormProblem({ id, title, errors }: FormProblemProps) {
  if (errors === undefined) return null;
  return (
    <div role="alert" id={id}>
      <Notice meaning="danger" title={title}>
        {errors.join(" ")}
      </Notice>
    </div>
  );
}
