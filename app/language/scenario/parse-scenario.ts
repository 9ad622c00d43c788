/** A scenario's MDX to its definition. */
import type { Vocabulary } from "~/core/behaviour/behaviour";
import type { Scenario, Variable } from "~/core/scenario/definition";
import { scenarioElements } from "../elements";
import { textOf } from "../element-reader";
import { splitFrontmatter } from "../frontmatter";
import { parseMdx } from "../mdx-tree";
import { elementsIn, markdownIn, Outliner } from "../outline";
import { placeOfFile } from "../place";
import { readProse } from "../prose-reader";
import { parseSafely, type Parsed, type Reporter } from "../reporter";
import { acceptableText, type Source } from "../source";
import { readYaml } from "../yaml-tree";
import { checkScenario } from "./check-scenario";
import { readCast, readVariable } from "./declarations";
import { readScenarioFacts } from "./facts";
import { readEnding, readRule } from "./read-ending";
import { readScene } from "./read-scene";
import type { Scope } from "./scope";

export interface ScenarioContext {
  readonly vocabulary: Vocabulary;
}

function slugOf(file: string): string {
  const place = placeOfFile(file);
  return place?.kind === "scenario" ? place.slug : "scenario";
}

function read(source: Source, context: ScenarioContext, reporter: Reporter): Scenario | null {
  const text = acceptableText(source.text, reporter);
  const split = text === null ? null : splitFrontmatter(text, reporter);
  if (!split) return null;
  const facts = readYaml(split.yaml, split.yamlLine, reporter);
  const tree = parseMdx(split.body, reporter);
  if (!tree) return null;
  const parts = new Outliner(split.body, scenarioElements, reporter).outline(tree.children);
  const elements = elementsIn(parts);
  const named = (name: string) => elements.filter((element) => element.name === name);

  const cast = named("Cast").map((element) => readCast(element, reporter));
  const variables = named("Variable").flatMap((element): readonly Variable[] => {
    const variable = readVariable(element, reporter);
    return variable ? [variable] : [];
  });
  const sceneIds = named("Scene").map((element) => textOf(element, "id"));
  const scope: Scope = {
    vocabulary: context.vocabulary,
    reporter,
    cast: new Set(cast.map((member) => member.id)),
    variables: new Map(variables.map((variable) => [variable.name, variable])),
    misdeclared: new Set(named("Variable").map((element) => textOf(element, "name"))),
    scenes: new Set(sceneIds),
    interludes: new Set(
      named("Scene").flatMap((element) =>
        element.attributes.has("interlude") ? [textOf(element, "id")] : [],
      ),
    ),
    endings: new Set(named("Ending").map((element) => textOf(element, "id"))),
  };
  const scenes = named("Scene").map((element) => readScene(element, scope));
  const endings = named("Ending").map((element) => readEnding(element, scope));
  const rules = named("Rule").flatMap((element) => readRule(element, scope) ?? []);
  if (!facts) return null;
  const scenario: Scenario = {
    slug: slugOf(source.file),
    ...readScenarioFacts(facts, sceneIds, context.vocabulary, reporter),
    briefing: readProse(markdownIn(parts), reporter),
    cast,
    variables,
    rules,
    scenes,
    endings,
  };
  checkScenario(scenario, reporter);
  return scenario;
}

export function parseScenario(source: Source, context: ScenarioContext): Parsed<Scenario> {
  return parseSafely(source.file, (reporter) => read(source, context, reporter));
}
