import { DateText } from "~/components/ui/date-text";
import { kindTitles, type CompletionKind } from "~/core/completion/rule";

export interface PersonCompletion {
  readonly id: string;
  readonly kind: CompletionKind;
  readonly title: string;
  readonly outcome: string;
  readonly because: string;
  readonly completedAt: string;
  readonly timeZone: string;
}

interface PersonCompletionsProps {
  readonly completions: readonly PersonCompletion[];
}

/** What one of a manager's people has completed, and why it counts. */
export function PersonCompletions({ completions }: PersonCompletionsProps) {
  return (
    <section aria-labelledby="completed">
      <h2 id="completed" className="text-xl">
        Completed
      </h2>
      {completions.length === 0 ? (
        <p className="mt-4 text-ink-soft">Nothing yet.</p>
      ) : (
        <ul className="mt-2 divide-y divide-line">
          {completions.map(({ id, kind, title, outcome, because, completedAt, timeZone }) => (
            <li key={id} className="keep-together py-4">
              <h3 className="text-lg">{title}</h3>
              <p className="text-sm text-ink-soft">
                {kindTitles[kind]}, <DateText value={completedAt} timeZone={timeZone} />
                {outcome === "completed" ? null : `, ${outcome}`}
              </p>
              <p className="mt-1">{because}</p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
