import { DateText } from "~/components/ui/date-text";
import { OwnDataSection } from "./own-data-section";
import { OwnWords } from "./own-words";

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

/** What most people have nothing of: further official runs, and what was sent and not saved. */
export function OwnLooseData({ grants, notSavedYet, timeZone }: OwnLooseDataProps) {
  return (
    <>
      {grants.length === 0 ? null : (
        <OwnDataSection id="grants" title="Further official runs I was given">
          <ul className="space-y-4">
            {grants.map(({ id, title, reason, at }) => (
              <li key={id} className="keep-together">
                <h3 className="text-base font-medium">{title}</h3>
                <p className="text-sm text-ink-soft">
                  <DateText value={at} timeZone={timeZone} withTime />, with the reason:
                </p>
                <OwnWords>{reason}</OwnWords>
              </li>
            ))}
          </ul>
        </OwnDataSection>
      )}
      {notSavedYet.length === 0 ? null : (
        <OwnDataSection id="not-saved" title="What I sent while signed out">
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
                  <OwnWords key={index}>{text}</OwnWords>
                ))}
              </li>
            ))}
          </ul>
        </OwnDataSection>
      )}
    </>
  );
}
