/** A lesson's MDX to its definition, and to the body that is compiled for the page. */
import type { Vocabulary } from "~/core/behaviour/behaviour";
import type { Lesson } from "~/core/course/definition";
import type { LessonText } from "~/core/quality/lesson-figures";
import { knownTags } from "../behaviour-tags";
import { placeOf, reportDuplicates, textOf } from "../element-reader";
import { lessonElements } from "../elements";
import { Fields } from "../fields";
import { splitFrontmatter } from "../frontmatter";
import { reportCodeLines } from "./code-lines";
import { parseMdx } from "../mdx-tree";
import { Outliner } from "../outline";
import { elementsIn, hasStranger, markdownIn, type Element, type Part } from "../parts";
import { placeOfFile } from "../place";
import { parseSafely, type Parsed, type Reporter } from "../reporter";
import { acceptableText, type Source } from "../source";
import { quoted, suggestName } from "../suggestion";
import { UnknownNames } from "../unknown-names";
import { readYaml } from "../yaml-tree";
import type { YamlMap } from "../yaml-value";
import { emptiedBody, isSafeToCompile } from "./lesson-body";
import { checkAsset, LessonMarkdown } from "./lesson-markdown";
import { readCheck, readGoal, readPrompt } from "./read-check";
import { readDialogue } from "./read-dialogue";
import { readExercises } from "./read-exercise";
import { checkTeaching } from "./check-teaching";
import { lessonText } from "./lesson-text";

export interface LessonContext {
  /** Null where the vocabulary itself cannot be read: every behaviour is then taken as it stands. */
  readonly vocabulary: Vocabulary | null;
  /** Slugs of the scenarios there are; null where they are not known, and then not checked. */
  readonly scenarios: readonly string[] | null;
  /** Files in the lesson's folder, relative to it; null where they are not known. */
  readonly assets: readonly string[] | null;
}

export interface ParsedLesson extends Parsed<Lesson> {
  /** MDX ready for the compiler, lines numbered as in the file; null where the lesson has errors. */
  readonly body: string | null;
  /** Its words, for counting; null where the lesson has errors. */
  readonly text: LessonText | null;
}

interface ReadLesson {
  readonly lesson: Lesson;
  readonly body: string;
  readonly text: LessonText;
}

/** Names of the facts at the top of a lesson. */
const lessonFacts = ["title", "summary", "minutes", "behaviours"];

const proseElements = new Set([
  "Check",
  "Sort",
  "Order",
  "Spot",
  "Reflection",
  "Rating",
  "Dialogue",
  "Goal",
]);

/** Every element, and the Markdown that will be compiled. */
function flatten(parts: readonly Part[], markdown: LessonMarkdown): readonly Element[] {
  markdown.check(markdownIn(parts));
  return elementsIn(parts).flatMap((element) =>
    proseElements.has(element.name) ? [element] : [element, ...flatten(element.content, markdown)],
  );
}

function readFacts(
  facts: YamlMap,
  vocabulary: Vocabulary | null,
  reporter: Reporter,
  names: UnknownNames,
) {
  const fields = new Fields(facts, reporter, lessonFacts);
  return {
    title: fields.text("title", "what it is called"),
    summary: fields.text("summary", "one sentence"),
    minutes: fields.whole("minutes", 1, 60, "the minutes that it takes to read"),
    behaviours: knownTags(
      fields.texts("behaviours", "the behaviours that it teaches"),
      vocabulary,
      reporter,
      names,
    ),
  };
}

function readRolePlays(cards: readonly Element[], context: LessonContext, names: UnknownNames) {
  const slugs = cards.map((card) => {
    const slug = textOf(card, "scenario");
    if (context.scenarios && card.attributes.has("scenario") && !context.scenarios.includes(slug)) {
      names.add("scenario", slug, {
        rule: "scenario/unknown",
        at: placeOf(card, "scenario"),
        message: `There is no scenario ${quoted(slug)}.`,
        fix: suggestName(slug, context.scenarios, "scenarios"),
      });
    }
    return slug;
  });
  return [...new Set(slugs)];
}

function checkRuleCodes(
  codes: readonly Element[],
  vocabulary: Vocabulary | null,
  reporter: Reporter,
  names: UnknownNames,
) {
  for (const code of codes) {
    if (!code.attributes.has("behaviour")) continue;
    const at = placeOf(code, "behaviour");
    knownTags([{ text: textOf(code, "behaviour"), at }], vocabulary, reporter, names);
  }
}

function read(source: Source, context: LessonContext, reporter: Reporter): ReadLesson | null {
  const text = acceptableText(source.text, reporter);
  const split = text === null ? null : splitFrontmatter(text, reporter);
  if (!split) return null;
  const facts = readYaml(split.yaml, split.yamlLine, lessonFacts, reporter);
  const tree = parseMdx(split.body, lessonElements, reporter);
  const names = new UnknownNames();
  const head = facts && readFacts(facts, context.vocabulary, reporter, names);
  if (!tree) {
    // What is wrong with the facts need not wait until the tags are mended.
    names.settle({}, reporter);
    return null;
  }
  reportCodeLines(tree, split.body, reporter);
  const parts = new Outliner(split.body, lessonElements, reporter).outline(tree.children);
  const markdown = new LessonMarkdown(context.assets, reporter);
  const elements = flatten(parts, markdown);
  const named = (name: string) => elements.filter((element) => element.name === name);

  const checks = named("Check").map((element) => readCheck(element, reporter));
  const reflections = named("Reflection").map((element) => readPrompt(element, reporter));
  const ratings = named("Rating").map((element) => readPrompt(element, reporter));
  const exercises = readExercises(elements, reporter);
  reportDuplicates(
    [...checks, ...exercises].map(({ id, at }) => ({ name: id, at })),
    "question or exercise",
    reporter,
  );
  reportDuplicates(
    reflections.map(({ id, at }) => ({ name: id, at })),
    "reflection",
    reporter,
  );
  reportDuplicates(
    ratings.map(({ id, at }) => ({ name: id, at })),
    "rating",
    reporter,
  );
  const dialogue = readDialogue(elements, context.vocabulary, reporter);
  const isPartial = hasStranger(parts);
  const goal = readGoal(named("Goal"), isPartial, reporter);
  const figures = named("Figure").flatMap((element) =>
    element.attributes.has("src")
      ? checkAsset(textOf(element, "src"), placeOf(element, "src"), context.assets, reporter)
      : [],
  );
  const scenarios = readRolePlays(named("RolePlay"), context, names);
  checkRuleCodes(named("RuleCode"), context.vocabulary, reporter, names);
  names.settle({}, reporter);
  checkTeaching(elements, isPartial, reporter);
  if (!head || !goal || reporter.hasErrors) return null;
  const place = placeOfFile(source.file);
  const where = place?.kind === "lesson" ? place : { course: "course", slug: "lesson" };
  const body = emptiedBody(split.body, elements);
  if (!isSafeToCompile(body, reporter)) return null;
  const lesson: Lesson = {
    id: `${where.course}/${where.slug}`,
    course: where.course,
    slug: where.slug,
    ...head,
    checks,
    ...(exercises.length > 0 && { exercises }),
    reflections,
    ...(ratings.length > 0 && { ratings }),
    ...(dialogue && { dialogue }),
    goal,
    scenarios,
    assets: [...new Set([...figures, ...markdown.assets])],
  };
  return { lesson, body, text: lessonText(tree) };
}

export function parseLesson(source: Source, context: LessonContext): ParsedLesson {
  const { definition: found, diagnostics } = parseSafely(source.file, (reporter) =>
    read(source, context, reporter),
  );
  const { lesson = null, body = null, text = null } = found ?? {};
  return { definition: lesson, diagnostics, body, text };
}
