import { DateText } from "~/components/ui/date-text";
import { Notice } from "~/components/ui/notice";

interface TakenBackNoticeProps {
  readonly title: string;
  /** ISO instant. */
  readonly at: string;
  readonly timeZone: string;
  readonly reason: string | null;
}

/** Why a step that was done is the next one again. */
export function TakenBackNotice({ title, at, timeZone, reason }: TakenBackNoticeProps) {
  return (
    <Notice meaning="info" title={`“${title}” is to be done again`}>
      <p>
        Your record of it was taken back on <DateText value={at} timeZone={timeZone} />
        {reason === null ? "." : `: ${reason}`}
      </p>
    </Notice>
  );
}
