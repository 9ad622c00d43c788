import { Icon } from "~/components/ui/icon";
import { Progress } from "~/components/ui/progress";
import { shownInWords } from "~/core/practice/behaviour-sum";

export interface BehaviourResult {
  readonly name: string;
  readonly shown: number;
  readonly offered: number;
  /** Missed first and put right later. */
  readonly repaired?: number;
  /** The pass rule asks for it at least once. */
  readonly required?: boolean;
}

interface BehaviourResultsProps {
  readonly title: string;
  readonly behaviours: readonly BehaviourResult[];
}

/** What a run showed, of the times that it gave a chance to. */
export function BehaviourResults({ title, behaviours }: BehaviourResultsProps) {
  const offered = behaviours.filter((behaviour) => behaviour.offered > 0);
  if (offered.length === 0) return null;
  return (
    <section aria-labelledby="behaviours" className="keep-together mt-11 sm:mt-14">
      <h2 id="behaviours" className="text-xl">
        {title}
      </h2>
      <p className="mt-1 text-ink-soft">Of the times that the talk gave a chance to.</p>
      <ul className="mt-4 grid grid-cols-2 gap-x-5 sm:gap-x-10">
        {offered.map(({ name, shown, offered: chances, repaired = 0, required }) => (
          // The bars of a row stand in line, however long a name is and whatever is said below.
          <li
            key={name}
            className="row-span-2 grid grid-rows-subgrid items-end pb-3.5 last:pb-0 max-sm:only:col-span-2 sm:pb-5"
          >
            <Progress
              label={name}
              value={shown}
              max={chances}
              words={shownInWords({ shown, offered: chances, repaired })}
            />
            {required === true && shown + repaired === 0 ? (
              <p className="mt-1.5 flex gap-1.5 self-start text-sm text-warning">
                <Icon name="warning" className="mt-[0.2em] size-4" />
                Needed at least once
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
