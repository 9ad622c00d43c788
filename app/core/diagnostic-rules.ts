/**
 * Every rule that content is held to, in one place: how grave a breach is, and its title in the
 * authoring guide. A rule that is not here cannot be reported; one that is here has an entry there.
 */
import type { Severity } from "./diagnostic";

interface Rule {
  readonly severity: Severity;
  readonly title: string;
}

const error = (title: string): Rule => ({ severity: "error", title });
const warning = (title: string): Rule => ({ severity: "warning", title });

export const diagnosticRules = {
  "file/not-text": error("The file is not readable text"),
  "file/too-large": error("The file is too large"),
  "file/unknown-place": warning("The file stands where nothing is read"),
  "file/missing": error("A file that is needed is missing"),
  "file/outside": error("A link that leaves the content folder"),
  "file/unreadable": error("A file or folder that could not be read"),

  "frontmatter/missing": error("The block of facts at the top is missing"),
  "frontmatter/format": error("The block of facts at the top is in another format"),
  "frontmatter/unclosed": error("The block of facts at the top has no end"),
  "yaml/syntax": error("A fact is not written as YAML"),
  "yaml/alias": error("YAML anchors and aliases are not allowed"),
  "yaml/tag": error("YAML tags are not allowed"),
  "yaml/too-deep": error("Facts are nested too deep"),
  "field/missing": error("A fact is missing"),
  "field/unknown": error("A fact that nobody knows"),
  "field/wrong-kind": error("A fact of the wrong kind"),
  "field/reserved": error("A name that is reserved"),

  "mdx/syntax": error("A tag is not written as it should be"),
  "mdx/unclosed": error("A tag is not closed"),
  "mdx/too-deep": error("Parts are nested too deep"),
  "mdx/expression": error("Braces and code are not allowed"),
  "mdx/import-export": error("Import and export are not allowed"),
  "mdx/not-allowed-here": error("Markdown that cannot stand here"),
  "mdx/too-much": error("Too much of one thing in a file"),
  "address/not-allowed": error("An address that is not allowed"),
  "address/missing-asset": error("A picture or file that is not there"),

  "element/raw": error("HTML is not allowed"),
  "element/unknown": error("An element that nobody knows"),
  "element/misplaced": error("An element in the wrong place"),
  "element/stray-text": error("Text outside an element that could hold it"),
  "element/empty": error("An element without its words"),
  "element/repeated": error("An element that may stand only once"),
  "attribute/expression": error("An attribute that is not a plain text in quotes"),
  "attribute/duplicate": error("The same attribute twice"),
  "attribute/unknown": error("An attribute that nobody knows"),
  "attribute/missing": error("An attribute is missing"),
  "attribute/wrong-value": error("An attribute with a value that does not fit"),

  "name/format": error("A name in the wrong form"),
  "name/duplicate": error("The same name twice"),
  "behaviour/unknown": error("A behaviour that is not in the vocabulary"),
  "behaviour/undeclared": error("A behaviour that the scenario does not declare"),
  "cast/unknown": error("A speaker who is not in the cast"),
  "mood/unknown": error("A mood that does not exist"),
  "variable/unknown": error("A variable that is not declared"),
  "variable/domain": error("A variable whose values do not fit together"),
  "drawn/words": error("A variable that cannot be printed"),
  "condition/syntax": error("A condition that cannot be read"),
  "condition/type": error("A condition that compares things of different kinds"),
  "condition/value": error("A condition with a value that the variable never has"),
  "effect/syntax": error("An effect that cannot be read"),
  "effect/type": error("An effect that does not fit its variable"),
  "rule/target": error("A standing rule that leads to something other than an ending"),
  "choice/target": error("A choice that leads nowhere"),
  "choice/no-consequence": warning("A choice without a consequence"),
  "choice/no-feedback": warning("A choice without feedback"),
  "choice/unmarked": warning("A choice that says nothing about behaviour"),
  "reply/otherwise": error("A typed reply without its last resort"),
  "reply/phrase": error("A phrase that nothing can match"),
  "interlude/nested": error("An interlude that calls an interlude"),
  "interlude/call": error("A call of an interlude that marks a behaviour"),
  "interlude/start": error("An interlude where a scene is needed"),
  "repair/unknown": error("A repair of a scene that is not there"),
  "repair/twice": error("A repair of the same scene twice"),
  "ending/order": error("Something told at an ending that never gets a turn"),
  "scene/no-choice": error("A scene with nothing to choose"),
  "scenario/no-scene": error("A scenario without a scene"),
  "scenario/no-ending": error("A scenario without an ending"),
  "scenario/no-passing-ending": error("No ending passes"),
  "scenario/start": error("The scenario starts in a scene that is not there"),
  "scenario/unknown": error("A scenario that is not there"),

  "path/step-not-ready": warning("A step of a path that has never been right"),

  "unreachable/scene": error("A scene that nobody gets to"),
  "unreachable/ending": error("An ending that nobody gets to"),
  "unreachable/choice": error("A choice that nobody can take"),
  "unreachable/row": error("A row of a typed reply that never gets a turn"),
  "unreachable/rule": error("A standing rule that never fires"),
  "unreachable/line": error("Words that are never shown"),
  "condition/always-true": warning("A condition that decides nothing"),
  "condition/always-false": warning("A part of a condition that never holds"),
  "flow/no-choice": error("A moment with no choice on offer"),
  "flow/trap": error("A trap with no way to an ending"),
  "flow/marked-twice": error("A marked moment that can be met twice"),
  "pass/out-of-reach": error("A pass that nobody can reach"),
  "pass/unmissable": warning("A pass that nobody can miss"),
  "pass/required-not-offered": warning("A required behaviour that a way to a pass never offers"),
  "behaviour/never-offered": warning("A behaviour that is declared and never offered"),
  "repair/idle": warning("A chance to repair that repairs nothing"),
  "variable/never-read": warning("A variable that nothing reads"),
  "variable/never-written": warning("A variable that nothing changes"),
  "minutes/too-short": warning("More to read than the stated minutes allow"),
  "choice/best-longest": warning("The best choice gives itself away by its length"),
  "choice/best-first": warning("The best choice gives itself away by its place"),
  "tests/failed": error("A transcript that comes out otherwise"),
  "tests/broken": error("A transcript that can no longer be played"),
  "tests/bound": error("A figure of the walk beyond its bound"),
  "proof/not-decided": warning("Something that was not decided"),

  "lesson/no-goal": error("A lesson without a goal"),
  "lesson/unknown": error("A lesson that is not there"),
  "lesson/no-check": warning("A lesson without a question"),
  "lesson/no-models": warning("A lesson without a bad and a good model"),
  "lesson/no-rule-code": warning("A lesson without a rule code"),
  "models/incomplete": error("A bad model without a good one, or the other way round"),
  "exercise/size": error("An exercise with too little in it, or too much"),
  "exercise/no-feedback": error("A part of an exercise without feedback"),
  "sort/group": error("A moment in a group that is not there"),
  "spot/no-sign": error("A message with no sign in it to spot"),
  "dialogue/size": error("A talk in a lesson that is too short, or too long"),
  "transcript/no-why": warning("An annotated transcript without a note"),
  "wording/incomplete": error("A before-and-after that lacks one of its parts"),
  "check/no-options": error("A question with too few answers"),
  "check/no-correct": error("A question without a right answer"),
  "check/no-feedback": error("An answer without feedback"),
} as const satisfies Record<`${string}/${string}`, Rule>;

export type RuleId = keyof typeof diagnosticRules;

export const ruleIds = Object.keys(diagnosticRules) as readonly RuleId[];
