import { Progress } from "~/components/ui/progress";

export interface OwnBehaviour {
  readonly name: string;
  readonly shown: number;
  readonly offered: number;
}

/** What one's official runs showed, as plain counts: no rank, no average, no colour of blame. */
export function OwnBehaviours({ behaviours }: { readonly behaviours: readonly OwnBehaviour[] }) {
  return (
    <ul className="grid gap-x-10 gap-y-5 sm:grid-cols-2">
      {behaviours.map(({ name, shown, offered }) => (
        <li key={name}>
          <Progress
            label={name}
            value={shown}
            max={offered}
            words={`shown in ${shown} of ${offered}`}
          />
        </li>
      ))}
    </ul>
  );
}
