import { ProseInline } from "~/components/ui/prose-text";
import type { Prose } from "~/core/prose/prose";

interface OfferedChoice {
  readonly choice: string;
  readonly text: Prose;
}

interface PreviewChoicesProps {
  readonly choices: readonly OfferedChoice[];
  /** The choices that led here; each answer adds itself to them, in the address. */
  readonly followed: readonly string[];
}

/** The choices as a learner sees them, as buttons of a form that only asks for the next page. */
export function PreviewChoices({ choices, followed }: PreviewChoicesProps) {
  return (
    <form method="get" aria-labelledby="your-turn">
      {followed.map((choice, at) => (
        <input key={at} type="hidden" name="choice" value={choice} />
      ))}
      <h2 id="your-turn" className="mb-3 text-end text-lg">
        What do you say?
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
  );
}
