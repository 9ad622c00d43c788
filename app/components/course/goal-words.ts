import type { GoalOutcome } from "~/core/course/goal-review";

export const outcomeWords: Readonly<Record<GoalOutcome, string>> = {
  did: "I did it",
  tried: "I tried",
  "not-yet": "Not yet",
};

/** What is said to each answer. None of them is praise or blame for a person. */
export const answersInWords: Readonly<
  Record<GoalOutcome, { readonly title: string; readonly words: string }>
> = {
  did: {
    title: "You did it",
    words: "What you have done once comes easier the next time.",
  },
  tried: {
    title: "You tried",
    words:
      "Trying is where most of the learning is. What you noticed is worth more than how it went.",
  },
  "not-yet": {
    title: "Not yet",
    words: "Some weeks the moment does not come. You will find your goal here again in a week.",
  },
};
