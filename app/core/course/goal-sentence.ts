/** A goal read back as one sentence. Many begin their half with the words that stand on the field. */

interface GoalWords {
  readonly when: string;
  readonly will: string;
}

/** What is left of the words without what the sentence says anyhow; never nothing. */
function without(text: string, ...parts: readonly RegExp[]): string {
  const left = parts.reduce((words, part) => words.replace(part, ""), text.trim());
  return left === "" ? text : left;
}

/** What was typed stays as it was typed; it is only here that it is fitted in. */
export function goalSentence(goal: GoalWords, lead: "When" | "This week, when"): string {
  const when = without(goal.when, /^this week,?\s+/i, /^when\b[\s,…]*/i, /[\s.,;]+$/);
  const will = without(goal.will, /^(?:I\s+will|I[’']ll)\b[\s,…]*/i);
  const end = /[.!?…][”"’)]?$/.test(will) ? "" : ".";
  return `${lead} ${when}, I will ${will}${end}`;
}
