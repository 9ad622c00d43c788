import { DateText } from "~/components/ui/date-text";
import { countInWords, listInWords } from "~/core/prose/in-words";
import { howItWent } from "~/core/scenario/outcome-words";
import { OwnWords } from "./own-words";

export interface RunData {
  readonly id: string;
  readonly title: string;
  readonly mode: string;
  readonly startedAt: string;
  readonly timeZone: string;
  readonly outcome: string | null;
  readonly ended: boolean;
  readonly answers: number;
  readonly said: readonly string[];
  readonly sharedWith: readonly string[];
}

function stateInWords({ ended, outcome }: RunData): string {
  return howItWent(ended ? (outcome === "passed" ? "passed" : "failed") : null).toLowerCase();
}

function sharedInWords(sharedWith: RunData["sharedWith"]): string {
  if (sharedWith.length === 0) return "";
  const audiences = sharedWith.map((audience) =>
    audience === "manager" ? "your manager" : "the trainers",
  );
  return `, shared with ${listInWords(audiences)}`;
}

/** Role-plays that somebody played, each with what they typed in it. */
export function OwnRunData({ runs }: { readonly runs: readonly RunData[] }) {
  return (
    <ul className="space-y-4">
      {runs.map((one) => (
        <li key={one.id} className="keep-together">
          <h3 className="text-base font-medium">{one.title}</h3>
          <p className="text-sm text-ink-soft">
            {one.mode === "official" ? "Official run" : "Practice"},{" "}
            <DateText value={one.startedAt} timeZone={one.timeZone} withTime />,{" "}
            {countInWords(one.answers, "answer")}, {stateInWords(one)}
            {sharedInWords(one.sharedWith)}
          </p>
          {one.said.map((words, at) => (
            <OwnWords key={at}>{words}</OwnWords>
          ))}
        </li>
      ))}
    </ul>
  );
}
