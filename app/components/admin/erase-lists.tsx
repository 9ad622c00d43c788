import type { ReactNode } from "react";
import { Icon, type IconName } from "~/components/ui/icon";
import type { ErasureCounts } from "~/core/access/erasure";
import { countInWords } from "~/core/prose/in-words";

interface EraseListsProps extends ErasureCounts {
  readonly team: string | null;
}

interface ListProps {
  readonly id: string;
  readonly title: string;
  readonly icon: IconName;
  readonly tone: string;
  readonly children: ReactNode;
}

function List({ id, title, icon, tone, children }: ListProps) {
  return (
    <section aria-labelledby={id} className="rounded-lg border border-line bg-sheet p-5 sm:p-6">
      <h2 id={id} className={`flex items-center gap-2.5 text-lg ${tone}`}>
        <Icon name={icon} className="size-5" />
        {title}
      </h2>
      <ul className="mt-3 list-disc space-y-2 ps-5 marker:text-ink-soft">{children}</ul>
    </section>
  );
}

/**
 * What an erasure takes, and what it leaves, side by side. "No record" in a list of what stays would have to be read
 * twice, so what is counted and there is none of is left out.
 */
export function EraseLists({ goes, stays, team }: EraseListsProps) {
  return (
    <div className="grid gap-5 md:grid-cols-2">
      <List id="goes" title="This goes, for good" icon="cross" tone="text-danger">
        <li>Their name and e-mail address. A random token takes their place.</li>
        <li>Their password{goes.roles > 0 ? " and roles" : ""}: nobody signs in as them again.</li>
        <li>
          Their own words: what they typed in role-plays, goals, reflections, and what they sent
          while signed out.
        </li>
        <li>What others wrote as a reason about their records and runs.</li>
        <li>That they share runs, where they do: nobody sees those any more.</li>
        <li>Where they are signed in, and unused one-time addresses.</li>
        <li>What the audit tells of them by name, by address or in words.</li>
      </List>
      <List id="stays" title="This stays, without a name" icon="check" tone="text-ink">
        {stays.records === 0 ? null : (
          <li>
            {countInWords(stays.records, "record")}, with when and by which rule; totals
            {team === null ? "" : ` of ${team}`} stay right.
          </li>
        )}
        <li>
          Their role-play runs, with which choices were taken and what a typed reply matched, never
          what was typed; and their answers to questions in lessons.
        </li>
        <li>Team, manager, first day and time zone.</li>
        <li>
          {countInWords(stays.auditEntries, "entry", "entries")} of the audit: who, what and when.
        </li>
        {stays.written === 0 ? null : (
          <li>
            {countInWords(stays.written, "reason")} that they wrote on other people’s records and
            runs: {stays.written === 1 ? "it stays with those" : "they stay with those"}.
          </li>
        )}
        {stays.managed === 0 ? null : (
          <li>
            {countInWords(stays.managed, "person has", "people have")} them as manager. Give them
            another first.
          </li>
        )}
      </List>
    </div>
  );
}
