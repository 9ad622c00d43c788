import { DateText } from "~/components/ui/date-text";
import { OwnDataSection } from "./own-data-section";

export interface GrantData {
  readonly id: string;
  readonly title: string;
  readonly reason: string;
  readonly at: string;
}

export interface UnsavedData {
  readonly path: string;
  readonly at: string;
  readonly words: readonly string[];
}

interface OwnLooseDataProps {
  readonly grants: readonly GrantData[];
  readonly notSavedYet: readonly UnsavedData[];
  readonly timeZone: string;
}

const quote = "mt-2 border-s-2 border-line-strong ps-4 font-serif whitespace-pre-line";

/** What most people have nothing of: further official runs, and what was sent and not saved. */
export function OwnLooseData({ grants, notSavedYet, timeZone }: OwnLooseDataProps) {
  return (
    <>
      {grants.length === 0 ? null : (
        <OwnDataSection id="grants" title="Further official runs I was given" none="" many={1}>
          <ul className="space-y-4">
            {grants.map(({ id, title, reason, at }) => (
              <li key={id} className="keep-together">
                <h3 className="text-base font-medium">{title}</h3>
                <p className="text-sm text-ink-soft">
                  <DateText value={at} timeZone={timeZone} withTime />, with the reason:
                </p>
                <blockquote className={quote}>{reason}</blockquote>
              </li>
            ))}
          </ul>
        </OwnDataSection>
      )}
      {notSavedYet.length === 0 ? null : (
        <OwnDataSection id="not-saved" title="What I sent while signed out" none="" many={1}>
          <p className="mb-4 text-ink-soft">
            It is kept for a day, so that you can send it again, and is on no record.
          </p>
          <ul className="space-y-4">
            {notSavedYet.map(({ path, at, words }) => (
              <li key={path} className="keep-together wrap-anywhere">
                <p className="text-sm text-ink-soft">
                  <DateText value={at} timeZone={timeZone} withTime />, to {path}
                </p>
                {words.map((text, index) => (
                  <blockquote key={index} className={quote}>
                    {text}
                  </blockquote>
                ))}
              </li>
            ))}
          </ul>
        </OwnDataSection>
      )}
    </>
  );
}
