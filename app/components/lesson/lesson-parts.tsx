import { Icon } from "~/components/ui/icon";

export interface LessonPart {
  readonly label: string;
  /** The id of the plate in this page: `check-first-words`, `goal`. */
  readonly anchor: string;
  readonly done: boolean;
}

interface LessonPartsProps {
  readonly parts: readonly LessonPart[];
  /** On record: what was added since, or never done where it was recorded by hand, is asked of nobody. */
  readonly complete: boolean;
}

/** What completion asks for: an open circle or a tick, and a word for each. */
export function LessonParts({ parts, complete }: LessonPartsProps) {
  if (parts.length === 0) return null;
  const isWhole = complete || parts.every(({ done }) => done);
  const undone = complete ? " – open to you" : " – still to do";
  return (
    <section aria-labelledby="lesson-parts" className="rounded-lg bg-well p-5 sm:p-6">
      <h2 id="lesson-parts" className="text-lg">
        {isWhole ? "This lesson is complete" : "What makes this lesson complete"}
      </h2>
      <ul className="mt-2">
        {parts.map(({ label, anchor, done }) => (
          <li key={anchor}>
            <a
              href={`#${anchor}`}
              className="flex min-h-11 items-start gap-3 py-2.5 underline-offset-4 hover:underline"
            >
              <span
                className={`grid size-6 shrink-0 place-items-center rounded-full border ${done ? "border-success bg-success-ground text-success" : "border-line-strong bg-sheet text-transparent"}`}
              >
                <Icon name="check" className="size-4" />
              </span>
              <span>
                {label}
                <span className="text-ink-soft">{done ? " – done" : undone}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
