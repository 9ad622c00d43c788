/** The closed set of elements: where each may stand, what it may hold and which attributes it takes. */

export interface ElementShape {
  /** Elements that it may stand in; `null` is the top of the file. */
  readonly within: readonly (string | null)[];
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /** Attributes written without a value. */
  readonly flags: readonly string[];
  /** `words`: prose, and the elements that name it as their place. `elements`: those alone. `nothing`: no content. */
  readonly holds: "words" | "elements" | "nothing";
  /** It stands in the middle of words, as one of them. */
  readonly inline?: true;
}

export type ElementTable = Readonly<Record<string, ElementShape>>;

/** Null for a name that no element has, those of JavaScript's own objects among them. */
export function shapeOf(name: string, table: ElementTable): ElementShape | null {
  return Object.hasOwn(table, name) ? (table[name] ?? null) : null;
}

function shape(
  within: ElementShape["within"],
  holds: ElementShape["holds"],
  required: readonly string[] = [],
  optional: readonly string[] = [],
  flags: readonly string[] = [],
): ElementShape {
  return { within, holds, required, optional, flags };
}

const answers = ["Choice", "Match", "Otherwise", "Silence"];
const spoken = [...answers, "Line", "Consequence", "Feedback", "Felt", "Tonight"];

export const scenarioElements: ElementTable = {
  Cast: shape([null], "nothing", ["id", "name", "role"], ["drawn"]),
  Variable: shape([null], "nothing", ["name"], ["start", "min", "max", "oneOf", "says"], ["draw"]),
  Drawn: { ...shape(spoken, "nothing", ["name"]), inline: true },
  Rule: shape([null], "nothing", ["when", "to"]),
  Interlude: shape([null], "elements", ["id"]),
  Scene: shape([null, "Interlude"], "elements", ["id"], ["weight", "repairs"], ["interlude"]),
  Ending: shape([null], "elements", ["id", "outcome", "title"]),
  Line: shape(["Scene", "Ending"], "words", [], ["by", "mood", "when"]),
  Choice: shape(["Scene"], "words", ["to"], ["id", "shows", "misses", "set", "when"]),
  Silence: shape(["Scene"], "words", ["after", "to"], ["misses", "set"]),
  Reply: shape(["Scene"], "elements", ["prompt"]),
  Match: shape(
    ["Reply"],
    "words",
    ["phrases", "to"],
    ["id", "unless", "shows", "misses", "set", "when"],
  ),
  Otherwise: shape(["Reply"], "words", ["to"], ["id", "shows", "misses", "set"]),
  Consequence: shape(answers, "words", [], ["by", "mood", "when"]),
  Feedback: shape(answers, "words", [], ["when"]),
  Felt: shape(["Ending"], "words", [], ["when"]),
  Tonight: shape(["Ending"], "words", [], ["when"]),
};

export const lessonElements: ElementTable = {
  Models: shape([null], "elements"),
  BadModel: shape(["Models"], "words", [], ["title"]),
  GoodModel: shape(["Models"], "words", [], ["title"]),
  Said: shape(["BadModel", "GoodModel", "Transcript", "Aside", null], "words", ["by"]),
  Transcript: shape([null], "elements", [], ["title"]),
  Wording: shape([null], "elements", [], ["title"]),
  Before: shape(["Wording"], "words"),
  After: shape(["Wording"], "words"),
  Why: shape(["Said", "Wording"], "words"),
  RuleCode: shape([null, "Aside"], "nothing", ["behaviour", "when", "then"]),
  Check: shape([null], "words", ["id"]),
  Option: shape(["Check"], "words", [], ["id"], ["correct"]),
  Sort: shape([null], "words", ["id"]),
  Group: shape(["Sort"], "nothing", ["id", "title"]),
  Moment: shape(["Sort"], "words", ["group"]),
  Order: shape([null], "words", ["id"]),
  Step: shape(["Order"], "words"),
  Spot: shape([null], "words", ["id", "from"], ["subject"]),
  Sentence: shape(["Spot"], "words", [], [], ["sign", "paragraph"]),
  Dialogue: shape([null], "words", ["id", "title"]),
  Cast: shape(["Dialogue"], "nothing", ["id", "name", "role"]),
  Scene: shape(["Dialogue"], "elements", ["id"]),
  Line: shape(["Scene", "Ending"], "words", [], ["by", "mood"]),
  Choice: shape(["Scene"], "words", ["to"], ["id"]),
  Consequence: shape(["Choice"], "words", [], ["by", "mood"]),
  Ending: shape(["Dialogue"], "elements", ["id", "title"]),
  Felt: shape(["Ending"], "words"),
  Tonight: shape(["Ending"], "words"),
  Feedback: shape(["Option", "Moment", "Step", "Sentence", "Choice"], "words"),
  Reflection: shape([null], "words", ["id"]),
  Rating: shape([null], "words", ["id"]),
  Goal: shape([null], "words"),
  RolePlay: shape([null], "nothing", ["scenario"]),
  Figure: shape([null, "Aside"], "nothing", ["src", "alt"], ["caption"]),
  Aside: shape([null], "words", [], ["title"]),
};
