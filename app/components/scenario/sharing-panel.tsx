import { Form, useNavigation } from "@remix-run/react";
import { Button } from "~/components/ui/button";
import { Checkbox } from "~/components/ui/checkbox";
import { DateText } from "~/components/ui/date-text";
import { Icon } from "~/components/ui/icon";
import { Notice } from "~/components/ui/notice";
import { Status } from "~/components/ui/status";

type Audience = "manager" | "trainer";

interface SharedWith {
  readonly audience: Audience;
  readonly withId: string | null;
  readonly withName: string | null;
  readonly words: boolean;
  readonly at: string;
}

export interface SharingPanelProps {
  readonly mode: "practice" | "official";
  readonly timeZone: string;
  readonly manager: { readonly id: string; readonly name: string } | null;
  /** The course said before it began that the manager sees it. */
  readonly announced: boolean;
  readonly shared: readonly SharedWith[];
  /** There are words of the learner's own in it. */
  readonly typed: boolean;
  readonly problem: string | null;
}

const unshared = {
  practice: "Nobody but you, not even that it happened.",
  official:
    "Nobody but you sees what was said. Your manager sees that you ran it, how it ended and what it showed.",
} as const;

/** Who can see a run, in plain words; sharing it, and taking it back with one tap. */
export function SharingPanel(props: SharingPanelProps) {
  const { mode, manager, shared, problem } = props;
  const withManager = shared.find(({ audience }) => audience === "manager");
  const seenByManager = withManager?.withId === manager?.id ? withManager : undefined;
  const former = withManager === seenByManager ? undefined : withManager;
  const withTrainers = shared.find(({ audience }) => audience === "trainer");
  const isShared = seenByManager !== undefined || withTrainers !== undefined;
  const announced = props.announced && manager !== null;
  return (
    <section
      id="sharing"
      aria-labelledby="sharing-title"
      className="screen-only mt-8 scroll-mt-24 rounded-lg border border-line bg-sheet p-5 sm:p-6"
    >
      <h2 id="sharing-title" className="flex items-center gap-2.5 text-lg">
        <Icon name={isShared || announced ? "people" : "lock"} className="size-5" />
        Who can see this
      </h2>
      {problem === null ? null : (
        <div role="alert" className="mt-3">
          <Notice meaning="danger" title="Not changed">
            {problem}
          </Notice>
        </div>
      )}
      <p className="mt-1.5 text-ink-soft">{seenBy(isShared, announced) ?? unshared[mode]}</p>
      {former === undefined ? null : (
        <p className="mt-2 text-sm text-ink-soft">
          You shared it with {former.withName ?? "somebody"}, who is not your manager any more and
          cannot see it.
        </p>
      )}
      <ul className="mt-4 divide-y divide-line border-t border-line">
        {manager === null ? null : (
          <OneAudience {...props} audience="manager" whom={manager.name} now={seenByManager} />
        )}
        <OneAudience {...props} audience="trainer" whom="the trainers" now={withTrainers} />
      </ul>
      {isShared || announced ? null : (
        <p className="mt-3 text-sm text-ink-soft">
          Whoever you share it with sees what was said, what you chose, how long you took and what
          it showed. You can take it back at any time; then it is gone for them at once.
        </p>
      )}
    </section>
  );
}

function seenBy(isShared: boolean, announced: boolean): string | null {
  if (announced && isShared)
    return "You, your manager as the course said, and whom you shared it with.";
  if (announced) return "You and your manager: the course said so before you began.";
  return isShared ? "You, and whom you shared it with." : null;
}

interface OneAudienceProps extends SharingPanelProps {
  readonly audience: Audience;
  readonly whom: string;
  readonly now: SharedWith | undefined;
}

function OneAudience(props: OneAudienceProps) {
  const { audience, whom, now, typed, timeZone } = props;
  const announced = props.announced && audience === "manager";
  // What the course announced needs no sharing, but for the learner's own words.
  const offered = !announced || typed;
  const { formData } = useNavigation();
  const busy = formData?.get("audience") === audience;
  const name = audience === "manager" ? `${whom}, your manager` : "The trainers";
  return (
    <li className="py-4">
      <Form method="post" preventScrollReset>
        <input type="hidden" name="audience" value={audience} />
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
          <div className="min-w-0">
            <p className="font-medium">{name}</p>
            <Status className="text-sm text-ink-soft">
              {now === undefined ? (
                announced ? (
                  `Can see it${typed ? ", without the words you typed." : "."}`
                ) : (
                  "Cannot see it."
                )
              ) : (
                <>
                  Can see it since <DateText value={now.at} timeZone={timeZone} withTime />
                  {typed
                    ? now.words
                      ? ", with the words you typed."
                      : ", without the words you typed."
                    : "."}
                </>
              )}
            </Status>
          </div>
          {now === undefined ? (
            offered && (
              <Button
                name="sharing"
                value="share"
                variant="quiet"
                className="max-w-full wrap-anywhere!"
                aria-disabled={busy || undefined}
              >
                Share with {whom}
              </Button>
            )
          ) : (
            <Button
              name="sharing"
              value="take-back"
              variant="quiet"
              aria-disabled={busy || undefined}
            >
              Take it back<span className="sr-only"> from {whom}</span>
            </Button>
          )}
        </div>
        {typed && now === undefined ? (
          <Checkbox
            label="With the words I typed myself"
            hint="Without this tick they see that you answered in your own words, and not the words."
            name="words"
            value="yes"
            id={`words-${audience}`}
          />
        ) : null}
      </Form>
    </li>
  );
}
