/**
 * A whole content folder: every file read, and what they say of each other checked. One bad file
 * never takes the others down: what can be read is there beside the diagnostics.
 */
import type { Vocabulary } from "~/core/behaviour/behaviour";
import type { Course, Lesson, Path } from "~/core/course/definition";
import type { Diagnostic } from "~/core/diagnostic";
import type { LessonText } from "~/core/quality/lesson-figures";
import type { Scenario } from "~/core/scenario/definition";
import { parseLesson } from "./lesson/parse-lesson";
import { parseBehaviours } from "./parse-behaviours";
import { parseCourse } from "./parse-course";
import { parsePath } from "./parse-path";
import {
  placeOfFile,
  readInstead,
  scenarioTestedBy,
  toldAstray,
  toldTwice,
  type Place,
} from "./place";
import { Reporter } from "./reporter";
import { parseScenario } from "./scenario/parse-scenario";
import type { Source } from "./source";

export interface LibraryInput {
  readonly sources: readonly Source[];
  /** Every file there is, read or not, relative to the content folder: assets are looked up here. */
  readonly files: readonly string[];
  /** Files that these are laid over, relative to their folder: what they hold may be named here. */
  readonly under?: readonly string[];
  /** The vocabulary where the sources have none of their own. */
  readonly vocabulary?: Vocabulary;
  /** Gives back what `parse` gave for the same text and context before, where that is known. */
  readonly recall?: <Result>(about: readonly unknown[], parse: () => Result) => Result;
  /** Told of each role-play as soon as it is read, before anything else is. */
  readonly onScenario?: (scenario: Filed<Scenario>) => void;
}

/** A definition with the file it came from. */
export interface Filed<Definition> {
  readonly file: string;
  readonly definition: Definition;
}

export interface Library {
  readonly vocabulary: Vocabulary;
  readonly lessons: readonly (Filed<Lesson> & {
    readonly body: string;
    readonly text: LessonText;
  })[];
  readonly scenarios: readonly Filed<Scenario>[];
  readonly courses: readonly Filed<Course>[];
  readonly paths: readonly Filed<Path>[];
  readonly diagnostics: readonly Diagnostic[];
}

type Placed = readonly { readonly source: Source; readonly place: Place }[];

function assetsBeside(file: string, files: readonly string[]): readonly string[] {
  const folder = file.slice(0, file.lastIndexOf("/") + 1);
  return files.flatMap((other) =>
    other.startsWith(folder) && other !== file ? [other.slice(folder.length)] : [],
  );
}

const testsName = /(?:^|\/)tests\.ya?ml$/i;

/** Two files for the same thing, of which one is read. */
function twins(files: readonly string[]) {
  return files.flatMap((file): readonly Diagnostic[] => {
    const other = readInstead(file, files);
    if (other === null) return [];
    const reporter = new Reporter(file);
    const { message, fix } = toldTwice(other);
    reporter.report("file/twice", { line: 1, column: 1 }, message, fix);
    return reporter.diagnostics;
  });
}

/** Files that look like content and are not read, or test what is not there: nobody is left to wonder. */
function strays(files: readonly string[], isScenario: (slug: string) => boolean) {
  return files.flatMap((file): readonly Diagnostic[] => {
    const reporter = new Reporter(file);
    const say = (message: string, fix: string) => {
      reporter.report("file/unknown-place", { line: 1, column: 1 }, message, fix);
      return reporter.diagnostics;
    };
    if (testsName.test(file)) {
      const slug = scenarioTestedBy(file);
      if (slug !== null && isScenario(slug)) return [];
      return say(
        "No role-play stands beside these tests, so nothing runs them.",
        "Put them beside its index.mdx, as scenarios/<name>/tests.yml.",
      );
    }
    const astray = toldAstray(file);
    return astray ? say(astray.message, astray.fix) : [];
  });
}

export function parseLibrary(input: LibraryInput): Library {
  const recall = input.recall ?? ((_, parse) => parse());
  const placed: Placed = input.sources.flatMap((source) => {
    const place = placeOfFile(source.file);
    return place && readInstead(source.file, input.files) === null ? [{ source, place }] : [];
  });
  const diagnostics: Diagnostic[] = [];
  const each = <Definition, Extra>(
    kind: Place["kind"],
    parse: (
      source: Source,
    ) => { definition: Definition | null; diagnostics: readonly Diagnostic[] } & Extra,
  ) =>
    placed
      .filter(({ place }) => place.kind === kind)
      .flatMap(({ source }) => {
        const parsed = parse(source);
        diagnostics.push(...parsed.diagnostics);
        return parsed.definition === null
          ? []
          : [{ ...parsed, file: source.file, definition: parsed.definition }];
      });

  const own = each("behaviours", parseBehaviours)[0]?.definition;
  const isBroken = !own && input.files.some((file) => placeOfFile(file)?.kind === "behaviours");
  // What a broken vocabulary says is not known, and nobody else is blamed for it.
  const vocabulary = isBroken ? null : (own ?? input.vocabulary ?? []);
  // A file that cannot be read is there all the same, and what names it is not blamed as well.
  const places = [...input.files, ...(input.under ?? [])].flatMap(
    (file) => placeOfFile(file) ?? [],
  );
  const scenarioSlugs = [
    ...new Set(places.flatMap((place) => (place.kind === "scenario" ? [place.slug] : []))),
  ];
  const lessonIds = [
    ...new Set(
      places.flatMap((place) => (place.kind === "lesson" ? [`${place.course}/${place.slug}`] : [])),
    ),
  ];
  diagnostics.push(...twins(input.files));
  diagnostics.push(...strays(input.files, (slug) => scenarioSlugs.includes(slug)));
  const scenarios = each("scenario", (source) => {
    const parsed = recall(["scenario", source, vocabulary], () =>
      parseScenario(source, { vocabulary }),
    );
    const { definition } = parsed;
    if (definition !== null) input.onScenario?.({ file: source.file, definition });
    return parsed;
  });
  const lessons = each("lesson", (source) => {
    const assets = assetsBeside(source.file, input.files);
    const context = { vocabulary, scenarios: scenarioSlugs, assets };
    return recall(["lesson", source, context], () => parseLesson(source, context));
  }).flatMap(({ file, definition, body, text }) =>
    body === null || text === null ? [] : [{ file, definition, body, text }],
  );
  const courses = each("course", (source) => parseCourse(source, { vocabulary, lessons }));
  const paths = each("path", (source) =>
    parsePath(source, { lessons: lessonIds, scenarios: scenarioSlugs }),
  );
  const filed = <Definition>({ file, definition }: Filed<Definition>) => ({ file, definition });
  return {
    vocabulary: vocabulary ?? [],
    lessons,
    scenarios: scenarios.map(filed),
    courses: courses.map(filed),
    paths: paths.map(filed),
    diagnostics,
  };
}
