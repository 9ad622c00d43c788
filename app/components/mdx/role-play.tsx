import { useLessonState, type RolePlayState } from "~/components/lesson/lesson-state";
import { Portrait } from "~/components/scenario/portrait";
import { LinkButton } from "~/components/shell/link-button";
import { Icon } from "~/components/ui/icon";
import { Tag } from "~/components/ui/tag";
import { countInWords } from "~/core/prose/in-words";

const invitations: Record<RolePlayState["standing"], string> = {
  new: "Play it",
  begun: "Go on where you were",
  practised: "Play it again",
  passed: "Play it again",
};

/** The way from reading to doing: a card with the person one is about to meet. */
export function RolePlay({ scenario }: { readonly scenario: string }) {
  const rolePlay = useLessonState().rolePlays[scenario];
  if (rolePlay === undefined) return null;
  const { title, summary, minutes, to, person, standing } = rolePlay;
  return (
    <section aria-label={`Role-play: ${title}`} className="plate role-play-card">
      {person ? (
        <Portrait person={person.id} mood="neutral" className="size-20 sm:size-24" />
      ) : null}
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-ink-soft">
          <span className="inline-flex items-center gap-1.5 font-medium">
            <Icon name="speech" className="size-4.5" />
            Role-play
          </span>
          <span>{countInWords(minutes, "minute")}</span>
          {standing === "passed" ? (
            <Tag look="success" icon="check">
              Complete
            </Tag>
          ) : null}
        </p>
        <h3 className="mt-1 text-xl">{title}</h3>
        {person ? (
          <p className="mt-1">
            You meet <strong className="font-medium">{person.name}</strong>, {person.role}.
          </p>
        ) : null}
        <p className="mt-1 text-ink-soft">{summary}</p>
        <p className="screen-only mt-4">
          <LinkButton to={to} onwards>
            {invitations[standing]}
          </LinkButton>
        </p>
      </div>
    </section>
  );
}
