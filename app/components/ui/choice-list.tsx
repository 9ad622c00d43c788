import { useId, type ReactNode } from "react";
import { classes } from "./classes";
import { FieldError } from "./field-error";

interface ChoiceListOption {
  readonly value: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** What is said about this option, below it; for instance feedback after an answer. */
  readonly note?: ReactNode;
  readonly checked?: boolean;
}

interface ChoiceListProps {
  /** Of the whole question, where a summary of what to mend leads to it. */
  readonly id?: string;
  readonly name: string;
  readonly legend: ReactNode;
  readonly hint?: ReactNode;
  readonly options: readonly ChoiceListOption[];
  /** `several` draws checkboxes, `one` radio buttons. */
  readonly kind?: "one" | "several";
  readonly required?: boolean;
  readonly errors?: readonly string[] | undefined;
  readonly legendClassName?: string;
}

/** A question with answers to pick from: each answer is one large target, the whole row. */
export function ChoiceList(props: ChoiceListProps) {
  const { name, legend, hint, options, kind = "one", required, errors, legendClassName } = props;
  const ownId = useId();
  const id = props.id ?? ownId;
  return (
    <fieldset
      id={props.id}
      tabIndex={props.id === undefined ? undefined : -1}
      aria-describedby={errors?.length ? `${id}-error` : undefined}
    >
      <legend className={classes("font-medium", legendClassName)}>{legend}</legend>
      {hint ? <p className="mt-1 text-sm text-ink-soft">{hint}</p> : null}
      <FieldError id={`${id}-error`} errors={errors} />
      <div className="mt-4 space-y-2.5">
        {options.map((option) => (
          <ChoiceRow
            key={option.value}
            option={option}
            name={name}
            type={kind === "one" ? "radio" : "checkbox"}
            required={kind === "one" && required === true}
            noteId={option.note ? `${id}-${option.value}` : undefined}
          />
        ))}
      </div>
    </fieldset>
  );
}

interface ChoiceRowProps {
  readonly option: ChoiceListOption;
  readonly name: string;
  readonly type: "radio" | "checkbox";
  readonly required: boolean;
  readonly noteId: string | undefined;
}

function ChoiceRow({ option, name, type, required, noteId }: ChoiceRowProps) {
  return (
    <div className="rounded-md border border-line-strong bg-sheet transition-colors has-checked:border-ink has-checked:ringed hover:border-ink">
      <label className="flex min-h-12 cursor-pointer items-start gap-3 px-4 py-3">
        <input
          type={type}
          name={name}
          value={option.value}
          defaultChecked={option.checked}
          required={required}
          aria-describedby={noteId}
          className="mt-[0.2em] size-5 shrink-0"
        />
        <span className="min-w-0">
          {option.label}
          {option.hint ? (
            <span className="mt-0.5 block text-sm text-ink-soft">{option.hint}</span>
          ) : null}
        </span>
      </label>
      {option.note ? <div id={noteId}>{option.note}</div> : null}
    </div>
  );
}
