/** What changed in what is said of a scenario before its first moment: title, briefing, cast and the like. */
import { minutesChange, toldChanges } from "~/core/publishing/told-changes";
import { listInWords } from "~/core/prose/in-words";
import { plainText } from "~/core/prose/prose";
import { words } from "./comparison-words";
import type { CastMember, Scenario } from "./definition";

const told = ({ title, summary, channel, setting, role, briefing, kinds = [] }: Scenario) => ({
  ...{ title, summary, channel, setting, briefing: plainText(briefing) },
  "learner’s role": role,
  kinds: listInWords(kinds),
});

function memberChanges(before: CastMember, after: CastMember): readonly string[] {
  const named = (name: string) => `${name} of \`${after.id}\``;
  const changes = toldChanges(
    { [named("name")]: before.name, [named("role")]: before.role },
    { [named("name")]: after.name, [named("role")]: after.role },
  );
  if (words(before.named) === words(after.named)) return changes;
  return [...changes, `The name of \`${after.id}\` is drawn otherwise.`];
}

function castChanges(before: readonly CastMember[], after: readonly CastMember[]) {
  const gone = before.filter(({ id }) => !after.some((other) => other.id === id));
  return [
    ...after.flatMap((member) => {
      const earlier = before.find(({ id }) => id === member.id);
      return earlier === undefined
        ? [`\`${member.id}\` is new in the cast: ${member.name}, ${member.role}.`]
        : memberChanges(earlier, member);
    }),
    ...gone.map(({ id }) => `\`${id}\` is not in the cast any more.`),
  ];
}

/** One sentence for each field that is otherwise. */
export function wholeChanges(before: Scenario, after: Scenario): readonly string[] {
  const changes = [
    ...toldChanges(told(before), told(after)),
    ...minutesChange(before.minutes, after.minutes),
    ...castChanges(before.cast, after.cast),
  ];
  const isSet = words(before.briefing) === words(after.briefing);
  const isReworded = plainText(before.briefing) !== plainText(after.briefing);
  if (!isSet && !isReworded) changes.push("The briefing has the same words, set otherwise.");
  const order = ({ cast }: Scenario) => cast.map(({ id }) => id);
  if (changes.length === 0 && words(order(before)) !== words(order(after)))
    changes.push("The cast comes in another order.");
  return changes;
}
