import type { ReactNode } from "react";
import { Icon, type IconName } from "~/components/ui/icon";
import type { ErasureCounts } from "~/core/access/erasure";
import { countInWords, listInWords } from "~/core/prose/in-words";

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

/** Of each kind of words as many as there are; nothing of what there is none of. */
function wordsOf({ typedReplies, goals, reflections, notSaved }: ErasureCounts["goes"]): string {
  const kinds = [
    [typedReplies, "typed reply", "typed replies"],
    [goals, "goal", "goals"],
    [reflections, "reflection", "reflections"],
    [notSaved, "form that was sent while signed out", "forms that were sent while signed out"],
  ] as const;
  const there = kinds.filter(([count]) => count > 0);
  if (there.length === 0) return "there are none";
  return listInWords(there.map(([count, one, several]) => countInWords(count, one, several)));
}

/**
 * What an erasure takes, and what it leaves: side by side, with what there is of each. "No record"
 * in a list of what stays would have to be read twice, so what there is none of is left out.
 */
export function EraseLists({ goes, stays, team }: EraseListsProps) {
  return (
    <div className="grid gap-5 md:grid-cols-2">
      <List id="goes" title="This goes, for good" icon="cross" tone="text-danger">
        <li>Their name and e-mail address. A random token takes their place.</li>
        <li>Their password{goes.roles > 0 ? " and roles" : ""}: nobody signs in as them again.</li>
        <li>Their own words: {wordsOf(goes)}.</li>
        {goes.reasons === 0 ? null : (
          <li>
            {countInWords(goes.reasons, "reason")} that others wrote about their records and runs.
          </li>
        )}
        {goes.sharings === 0 ? null : <li>That they share runs: nobody sees those any more.</li>}
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
        {stays.attempts === 0 ? null : (
          <li>
            {countInWords(stays.attempts, "role-play run")}: which choices were taken and what a
            typed reply matched, never what was typed.
          </li>
        )}
        {stays.checkAnswers === 0 ? null : (
          <li>{countInWords(stays.checkAnswers, "answer")} to questions in lessons.</li>
        )}
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
