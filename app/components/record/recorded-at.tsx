import { DateText } from "~/components/ui/date-text";
import { byHandRule } from "~/core/completion/rule";

interface RecordedAtProps {
  readonly record: {
    /** ISO instant. */
    readonly completedAt: string;
    readonly timeZone: string;
    readonly rule: string;
  };
}

/** When something was completed; the day alone where a person wrote it down, who was asked no more. */
export function RecordedAt({ record: { completedAt, timeZone, rule } }: RecordedAtProps) {
  return <DateText value={completedAt} timeZone={timeZone} withTime={rule !== byHandRule} />;
}
