/** A scenario's MDX to its definition. */
import type { Vocabulary } from "~/core/behaviour/behaviour";
import type { Scenario } from "~/core/scenario/definition";
import { scenarioElements } from "../elements";
import { isName, placeOf, textOf } from "../element-reader";
import { splitFrontmatter } from "../frontmatter";
import { parseMdx } from "../mdx-tree";
import { Outliner } from "../outline";
import { allElementsIn, markdownIn, type Element } from "../parts";
import { placeOfFile } from "../place";
import { readProse } from "../prose-reader";
import { parseSafely, type Parsed, type Reporter } from "../reporter";
import { acceptableText, type Source } from "../source";
import { UnknownNames, type Declarations } from "../unknown-names";
import { readYaml } from "../yaml-tree";
import { checkScenario } from "./check-scenario";
import { readVariable, readWords } from "./declarations";
import { readScenarioFacts, scenarioFacts } from "./facts";
import { readEnding, readRule } from "./read-ending";
import { interludesOf, placedScenes } from "./interludes";
import { readCast } from "./read-cast";
import { readScene } from "./read-scene";
import type { Scope } from "./scope";
import { reportIdleInVariables } from "./idle-attributes";
import { reportWordsBetweenScenes } from "./stray-words";
import { thingsIn } from "./things";

export interface ScenarioContext {
  /** Null where the vocabulary itself cannot be read: every behaviour is then taken as it stands. */
  readonly vocabulary: Vocabulary | null;
}

function slugOf(file: string): string {
  const place = placeOfFile(file);
  return place?.kind === "scenario" ? place.slug : "scenario";
}

/** What elements declare by an attribute, for the sentences about names that nobody declared. */
function declarations(
  what: string,
  elements: readonly Element[],
  attribute: string,
  strangers: number,
): Declarations {
  const named = elements.map((element) => ({
    name: textOf(element, attribute),
    at: placeOf(element, attribute),
  }));
  const declared = named.filter(({ name }) => isName(name));
  const distinct = new Set(declared.map(({ name }) => name)).size;
  return { what, declared, unusable: named.length - distinct + strangers };
}

function read(source: Source, context: ScenarioContext, reporter: Reporter): Scenario | null {
  const text = acceptableText(source.text, reporter);
  const split = text === null ? null : splitFrontmatter(text, reporter);
  if (!split) return null;
  const yaml = readYaml(split.yaml, split.yamlLine, scenarioFacts, reporter);
  const tree = parseMdx(split.body, scenarioElements, reporter);
  const names = new UnknownNames();
  if (!tree) {
    // What is wrong with the facts need not wait until the tags are mended.
    if (yaml) readScenarioFacts(yaml, null, context.vocabulary, reporter, names);
    names.settle({}, reporter);
    return null;
  }
  const parts = new Outliner(split.body, scenarioElements, reporter).outline(tree.children);
  const elements = allElementsIn(parts);
  const named = (name: string) => elements.filter((element) => element.name === name);
  const namesOf = (name: string) =>
    new Set(named(name).flatMap((element) => textOf(element, "id") || []));

  const placed = placedScenes(elements, reporter);
  const sceneIds = placed.flatMap(({ element }) => textOf(element, "id") || []);
  const { interludes, entries } = interludesOf(placed);
  const things = thingsIn(elements);
  const firstAt = placed[0]?.element.at ?? null;
  const where = { scenes: sceneIds, firstAt, interludes, entries, things };
  const head = yaml && readScenarioFacts(yaml, where, context.vocabulary, reporter, names);
  const declared = named("Variable").flatMap((element) => {
    const variable = readVariable(element, reporter);
    return variable ? [{ variable, words: readWords(element, variable, reporter) }] : [];
  });
  // One without a name was refused, and nobody can mean it.
  const variables = declared.map(({ variable }) => variable).filter(({ name }) => name !== "");
  const scope: Scope = {
    vocabulary: context.vocabulary,
    reporter,
    names,
    declared: head?.declared ?? null,
    isTalk: false,
    cast: namesOf("Cast"),
    variables: new Map(variables.map((variable) => [variable.name, variable])),
    misdeclared: new Set(named("Variable").map((element) => textOf(element, "name"))),
    printed: new Map(
      declared.flatMap(({ variable, words }) => (words ? [[variable.name, words]] : [])),
    ),
    scenes: new Set(sceneIds),
    interludes,
    entries,
    emptyInterludes: new Set([...namesOf("Interlude")].filter((id) => !entries.has(id))),
    endings: namesOf("Ending"),
    things,
    refused: new Set(),
  };
  const cast = named("Cast").map((element) => readCast(element, scope));
  const scenes = placed.map(({ element }) => readScene(element, scope));
  const endings = named("Ending").map((element) => readEnding(element, scope));
  const rules = named("Rule").flatMap((element) => readRule(element, scope) ?? []);
  const strangers = parts.filter((part) => part.kind === "stranger").length;
  const places = [...named("Scene"), ...named("Interlude"), ...named("Ending")];
  names.settle(
    {
      cast: declarations("member of the cast", named("Cast"), "id", strangers),
      variable: declarations("variable", named("Variable"), "name", strangers),
      place: declarations("scene or ending", places, "id", strangers),
    },
    reporter,
  );
  reportWordsBetweenScenes(parts, false, reporter);
  const briefing = readProse(markdownIn(parts), reporter);
  if (!head) return null;
  const scenario: Scenario = {
    slug: slugOf(source.file),
    ...head.facts,
    briefing,
    cast,
    variables,
    rules,
    scenes,
    endings,
  };
  checkScenario(scenario, { atTop: strangers > 0, answers: scope.refused }, reporter);
  if (!reporter.hasErrors) reportIdleInVariables(named("Variable"), scenario, reporter);
  return scenario;
}

export function parseScenario(source: Source, context: ScenarioContext): Parsed<Scenario> {
  return parseSafely(source.file, (reporter) => read(source, context, reporter));
}
