import { DateText } from "~/components/ui/date-text";
import { Progress } from "~/components/ui/progress";
import { Tag } from "~/components/ui/tag";
import { runsInWords, type OfficialRun } from "~/core/course/managed-runs";
import { shownInWords } from "~/core/practice/behaviour-sum";
import { outcomeInWords, underWay } from "~/core/scenario/outcome-words";

interface OfficialRunsProps {
  readonly runs: readonly OfficialRun[];
  readonly timeZone: string;
  /** A civil date. */
  readonly today: string;
}

/** One of a manager's people in official runs: how often, how it ended, what it showed. */
export function OfficialRuns({ runs, timeZone, today }: OfficialRunsProps) {
  return (
    <section aria-labelledby="official-runs">
      <h2 id="official-runs" className="text-xl">
        Official runs
      </h2>
      {runs.length === 0 ? (
        <p className="mt-4 text-ink-soft">There is none yet.</p>
      ) : (
        <ul className="mt-2 divide-y divide-line">
          {runs.map((run) => (
            <li key={run.slug} className="keep-together py-5">
              <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1.5">
                <h3 className="text-lg">{run.title}</h3>
                <Outcome {...run} />
              </div>
              <p className="text-sm text-ink-soft">
                {runsInWords(run, timeZone)};{" "}
                {run.latest === null ? (
                  "still under way"
                ) : (
                  <>
                    the latest ended{" "}
                    <DateText value={run.latest.endedAt} timeZone={timeZone} today={today} />
                    {run.byLast ? ". The last run is the result; what is on record stands." : null}
                  </>
                )}
              </p>
              {run.latest === null || run.latest.behaviours.length === 0 ? null : (
                <ul
                  aria-label={`Behaviours shown in the latest run of ${run.title}`}
                  className="mt-4 grid gap-x-10 gap-y-4 sm:grid-cols-2"
                >
                  {run.latest.behaviours.map(({ name, ...counts }) => (
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
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Outcome({ passed, latest, again }: OfficialRun) {
  if (passed) {
    return (
      <Tag look="success" icon="check">
        {outcomeInWords.passed}
      </Tag>
    );
  }
  if (again?.attempts === 0) {
    return (
      <Tag look="info" icon="retry">
        Asked for again
      </Tag>
    );
  }
  return latest === null ? (
    <Tag look="info" icon="clock">
      {underWay}
    </Tag>
  ) : (
    <Tag look="warning" icon="retry">
      {outcomeInWords.failed}
    </Tag>
  );
}
