import { Progress } from "~/components/ui/progress";
import { shownInWords, type BehaviourSum } from "~/core/practice/behaviour-sum";

interface OwnBehaviour extends Omit<BehaviourSum, "behaviour"> {
  readonly name: string;
}

/** What one's official runs showed, as plain counts: no rank, no average, no colour of blame. */
export function OwnBehaviours({ behaviours }: { readonly behaviours: readonly OwnBehaviour[] }) {
  return (
    <ul className="grid gap-x-10 gap-y-5 sm:grid-cols-2 lg:grid-cols-1">
      {behaviours.map(({ name, ...counts }) => (
        <li key={name}>
          <Progress
            label={name}
            value={counts.shown}
            max={counts.offered}
            words={`shown in ${shownInWords(counts)}`}
          />
        </li>
      ))}
    </ul>
  );
}
