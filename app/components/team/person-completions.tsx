import { LastsForNow, LastsUntil } from "~/components/record/lasts-until";
import { DateText } from "~/components/ui/date-text";
import { kindTitles, type CompletionKind } from "~/core/completion/rule";

export interface PersonCompletion {
  readonly id: string;
  readonly kind: CompletionKind;
  readonly title: string;
  readonly outcome: string;
  readonly because: string;
  /** A civil date; null where it lasts for good. */
  readonly validUntil: string | null;
  readonly completedAt: string;
  readonly timeZone: string;
}

interface PersonCompletionsProps {
  readonly completions: readonly PersonCompletion[];
  /** A civil date. */
  readonly today: string;
}

/** What one of a manager's people has completed, and why it counts. */
export function PersonCompletions({ completions, today }: PersonCompletionsProps) {
  return (
    <section aria-labelledby="completed">
      <h2 id="completed" className="text-xl">
        Completed
      </h2>
      {completions.length === 0 ? (
        <p className="mt-4 text-ink-soft">Nothing yet.</p>
      ) : (
        <ul className="mt-2 divide-y divide-line">
          {completions.map(({ id, kind, title, outcome, because, validUntil, ...at }) => (
            <li key={id} className="keep-together py-4">
              <h3 className="text-lg">{title}</h3>
              <p className="text-sm text-ink-soft">
                {kindTitles[kind]}, <DateText value={at.completedAt} timeZone={at.timeZone} />
                {outcome === "completed" ? (
                  <LastsForNow until={validUntil} today={today} />
                ) : (
                  `, ${outcome}`
                )}
              </p>
              {outcome === "completed" ? <LastsUntil until={validUntil} today={today} /> : null}
              <p className="mt-1">{because}</p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
