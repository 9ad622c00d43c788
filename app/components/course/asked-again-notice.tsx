import { Notice } from "~/components/ui/notice";

interface AskedAgainNoticeProps {
  readonly title: string;
  readonly sentence: string;
}

/** Why a step that was done is the next one again. */
export function AskedAgainNotice({ title, sentence }: AskedAgainNoticeProps) {
  return (
    <Notice meaning="info" title={title}>
      <p>{sentence}</p>
    </Notice>
  );
}
