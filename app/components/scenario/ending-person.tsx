import { ProseText } from "~/components/ui/prose-text";
import type { MainPerson } from "~/core/scenario/main-person";
import type { EndingReached } from "~/core/scenario/moment";
import { SpeakerPortrait } from "./speaker-portrait";

interface EndingPersonProps extends Pick<EndingReached, "felt" | "tonight"> {
  readonly person: MainPerson | null;
  /** One level below the heading that names the ending. */
  readonly heading: "h2" | "h3";
}

const quiet = "font-sans text-sm font-medium tracking-normal text-ink-soft";

/** What it was like for the person whom the talk was about: drawn, named, and in their words. */
export function EndingPerson({ person, felt, tonight, heading: Heading }: EndingPersonProps) {
  return (
    <section aria-label="What it was like for them" className="result-person">
      {person ? <SpeakerPortrait {...person} className="size-20 sm:size-32" /> : null}
      <div className="min-w-0 flex-1 space-y-5">
        <div>
          <Heading className={quiet}>
            What {person?.speaker.name ?? "the other person"} felt
          </Heading>
          <ProseText prose={felt} className="mt-1 font-serif text-lg" />
        </div>
        <div className="clear-both sm:clear-none">
          <Heading className={quiet}>What they tell their friends tonight</Heading>
          <ProseText prose={tonight} className="tonight" />
        </div>
      </div>
    </section>
  );
}
