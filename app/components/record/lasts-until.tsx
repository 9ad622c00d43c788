import { DateText } from "~/components/ui/date-text";
import { Tag } from "~/components/ui/tag";
import { lasting } from "~/core/completion/record";

interface LastsUntilProps {
  /** Civil dates. */
  readonly until: string | null;
  readonly today: string;
}

/** What has to be known of a record that does not last for good. */
export function LastsUntil({ until, today }: LastsUntilProps) {
  if (until === null) return null;
  switch (lasting(until, today)) {
    case "for-good":
    case "for-now":
      return null;
    case "not-for-long":
      return (
        <p className="mt-2">
          <Tag look="warning" icon="calendar">
            <span>
              To be renewed from <DateText value={until} today={today} />
            </span>
          </Tag>
        </p>
      );
    case "over":
      return (
        <p className="mt-2">
          <Tag icon="calendar">
            <span>
              Was good until <DateText value={until} today={today} />
            </span>
          </Tag>
        </p>
      );
  }
}

/** Beside the day of a record that lasts for a good while still: until when. */
export function LastsForNow({ until, today }: LastsUntilProps) {
  if (until === null || lasting(until, today) !== "for-now") return null;
  return (
    <>
      , lasts until <DateText value={until} today={today} />
    </>
  );
}
