import { askedFor } from "~/components/scenario/asked";
import type { Channel } from "~/components/scenario/channel";
import { Button } from "~/components/ui/button";
import { ProseInline } from "~/components/ui/prose-text";
import { TextArea } from "~/components/ui/text-area";
import { countInWords } from "~/core/prose/in-words";
import type { Prose } from "~/core/prose/prose";

interface OfferedChoice {
  readonly choice: string;
  readonly text: Prose;
}

/** Of a drawn variable what it may be, as it stands in the address, and what it is here. */
export interface PreviewDraw {
  readonly name: string;
  readonly values: readonly { readonly draw: string; readonly text: string }[];
  readonly drawn: string;
}

interface PreviewAnswersProps {
  readonly channel: Channel;
  readonly choices: readonly OfferedChoice[];
  /** Where words are typed: what is asked. */
  readonly prompt: string | null;
  /** Seconds that a learner with the clock has here; null where the moment waits. */
  readonly seconds: number | null;
  /** What saying nothing is in the address; null where it is no answer. */
  readonly silence: string | null;
  /** The answers that led here; each answer adds itself to them, in the address. */
  readonly followed: readonly string[];
  readonly draws: readonly PreviewDraw[];
}

/**
 * The answers as a learner has them, as buttons of forms that only ask for the next page, at what
 * the answer led to: the notices above it were read before.
 */
export function PreviewAnswers(props: PreviewAnswersProps) {
  const { channel, choices, prompt, seconds, silence } = props;
  return (
    <>
      {prompt === null ? null : (
        <form method="get" action="#now" className="not-first:mt-8">
          <SoFar {...props} />
          <TextArea label={prompt} name="say" rows={3} maxLength={1000} required />
          <p className="mt-3 flex justify-end">
            <Button>Say it</Button>
          </p>
        </form>
      )}
      {choices.length === 0 ? null : (
        <form method="get" action="#now" aria-labelledby="your-turn">
          <SoFar {...props} />
          <h2 id="your-turn" className="mb-3 text-end text-lg">
            {askedFor(choices, channel)}
          </h2>
          <ul className="space-y-2.5">
            {choices.map(({ choice, text }) => (
              <li key={choice} className="flex justify-end">
                <button type="submit" name="choice" value={choice} className="choice">
                  <ProseInline prose={text} />
                </button>
              </li>
            ))}
          </ul>
        </form>
      )}
      {silence === null || seconds === null ? null : (
        <form
          method="get"
          action="#now"
          aria-label="Say nothing"
          className="mt-6 flex flex-wrap items-center justify-end gap-x-4 gap-y-2"
        >
          <SoFar {...props} />
          <p className="text-sm text-ink-soft">
            With the clock, a learner has {countInWords(seconds, "second")} here. In this preview no
            clock runs.
          </p>
          <Button variant="quiet" name="choice" value={silence}>
            Let the moment pass
          </Button>
        </form>
      )}
    </>
  );
}

function SoFar({ followed, draws }: Pick<PreviewAnswersProps, "followed" | "draws">) {
  return (
    <>
      {draws.map(({ name, drawn }) => (
        <input key={name} type="hidden" name="draw" value={drawn} />
      ))}
      {followed.map((answer, at) => (
        <input key={at} type="hidden" name="choice" value={answer} />
      ))}
    </>
  );
}
