/** What the shipped role-plays are held to as a set. */
import { countInWords } from "~/core/prose/in-words";
import type { SetFigures } from "~/core/quality/set-figures";
import { MOST_GIVEN_AWAY } from "~/core/scenario/best-choice";
import type { ScenarioKind } from "~/core/scenario/definition";

/** What a curriculum for a whole organisation has; a folder with a few role-plays of its own need not. */
const setAims = {
  scenarios: 15,
  /** Shares of the role-plays. */
  withTypedReplies: 1 / 3,
  withDraws: 1 / 2,
  kinds: { colleagues: 5, wronged: 3, "saying-no": 2, abuse: 1, managers: 2, leaders: 1 },
  moments: 12,
  scenariosOfBehaviour: 4,
} as const;

/** What a set of role-plays lacks of that, a sentence each. */
export function setShortfalls(own: SetFigures): readonly string[] {
  // A best choice that can be told by its shape teaches nothing.
  const most = MOST_GIVEN_AWAY;
  const shortfalls: readonly (readonly [boolean, string])[] = [
    [
      own.scenarios < setAims.scenarios,
      `The set holds ${countInWords(own.scenarios, "role-play")}.`,
    ],
    [
      own.withTypedReplies < own.scenarios * setAims.withTypedReplies,
      `Own words are asked for in only ${countInWords(own.withTypedReplies, "role-play")}.`,
    ],
    [
      own.withDraws < own.scenarios * setAims.withDraws,
      `A detail is drawn in only ${countInWords(own.withDraws, "role-play")}.`,
    ],
    ...Object.entries(setAims.kinds).map(([kind, least]): readonly [boolean, string] => {
      const found = own.kinds[kind as ScenarioKind] ?? 0;
      return [
        found < least,
        `Too few are of the kind ${kind}: ${countInWords(found, "role-play")}.`,
      ];
    }),
    [own.bestIsLongest > most, "The best choice is the longest too often."],
    [own.bestIsShortest > most, "The best choice is the shortest too often."],
    [own.bestIsFirst > most, "The best choice stands first too often."],
    [own.bestIsLast > most, "The best choice stands last too often."],
    ...own.behaviours.map(({ behaviour, moments, scenarios }): readonly [boolean, string] => [
      moments < setAims.moments || scenarios < setAims.scenariosOfBehaviour,
      `${behaviour} is offered in ${countInWords(moments, "moment")} of ${countInWords(scenarios, "role-play")}.`,
    ]),
  ];
  return shortfalls.flatMap(([isShort, sentence]) => (isShort ? [sentence] : []));
}
