/** What is in use at one moment, as pages ask for it. Never changed: a load makes another. */
import type { Vocabulary } from "~/core/behaviour/behaviour";
import type { Course, Lesson, Path } from "~/core/course/definition";
import type { Diagnostic } from "~/core/diagnostic";
import type { Scenario } from "~/core/scenario/definition";
import type { LessonModule } from "~/server/content/lesson-modules.server";
import type { DefinitionOf, Kind, Piece } from "~/server/content/piece.server";
import type { InUse, Move } from "~/server/content/publish-plan.server";
import { sha256 } from "~/server/content/read.server";
import type { StoredRevision } from "~/server/content/revisions.server";

/** A definition in use, with the revision that it is. */
export interface Published<Definition> {
  readonly revision: string;
  readonly definition: Definition;
}

/** What learners meet now. */
export interface Catalogue {
  readonly vocabulary: Vocabulary;
  /** By `<course>/<lesson>`. */
  lesson(id: string): Published<Lesson> | null;
  /** In the order of courses and of the lessons in them. */
  readonly lessons: readonly Published<Lesson>[];
  scenario(slug: string): Published<Scenario> | null;
  readonly scenarios: readonly Published<Scenario>[];
  course(slug: string): Published<Course> | null;
  /** By `order`. */
  readonly courses: readonly Published<Course>[];
  path(slug: string): Published<Path> | null;
  readonly paths: readonly Published<Path>[];
}

export interface Snapshot {
  readonly catalogue: Catalogue;
  /** What learners would meet if everything that waits were published: for previews. */
  readonly upcoming: Catalogue;
  /** Everything on disk, right or wrong, for the studio. */
  readonly pieces: readonly Piece[];
  /** Which revision of each piece is in use, by key; also where it cannot be read. */
  readonly inUse: ReadonlyMap<string, InUse>;
  /** What is in use and can be read, by key. */
  readonly published: ReadonlyMap<string, StoredRevision>;
  /** Files that differ from what is in use, and wait to be published or withdrawn. */
  readonly waiting: readonly Move[];
  /** Number of the last publication that this knows of. */
  readonly seq: number;
  /** What is wrong with files that are no piece. */
  readonly diagnostics: readonly Diagnostic[];
  /** Compiled lessons in use or waiting, by the revision that they are of. */
  readonly modules: ReadonlyMap<string, LessonModule>;
  /** Names what is in use and what is said about it; another as soon as any of it changes. */
  readonly version: string;
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

class OfKind<K extends Kind> {
  readonly all: readonly Published<DefinitionOf[K]>[];
  readonly #bySlug: ReadonlyMap<string, Published<DefinitionOf[K]>>;

  constructor(
    kind: K,
    revisions: Iterable<StoredRevision>,
    order: (left: DefinitionOf[K], right: DefinitionOf[K]) => number,
  ) {
    const mine = [...revisions].filter((revision) => revision.kind === kind);
    const entries = mine.map((revision) => {
      const definition = revision.definition as DefinitionOf[K];
      return [revision.slug, { revision: revision.hash, definition }] as const;
    });
    this.#bySlug = new Map(entries);
    this.all = [...this.#bySlug.values()].sort((a, b) => order(a.definition, b.definition));
  }

  find(slug: string): Published<DefinitionOf[K]> | null {
    return this.#bySlug.get(slug) ?? null;
  }
}

export function versionOf(
  published: ReadonlyMap<string, StoredRevision>,
  waiting: readonly Move[],
  pieces: readonly Piece[],
  others: readonly Diagnostic[],
): string {
  const inUse = [...published.values()].map(({ hash }) => hash).sort();
  const said = pieces.map(({ diagnostics }) => diagnostics);
  return sha256(JSON.stringify([inUse, waiting, said, others]));
}

export function catalogueOf(revisions: readonly StoredRevision[]): Catalogue {
  const courses = new OfKind(
    "course",
    revisions,
    (a, b) => a.order - b.order || compareText(a.slug, b.slug),
  );
  const inOrder = courses.all.flatMap(({ definition }) =>
    definition.steps.flatMap((step) => (step.kind === "lesson" ? [step.lesson] : [])),
  );
  const place = new Map(inOrder.map((id, index) => [id, index]));
  const placeOf = ({ id }: Lesson) => place.get(id) ?? inOrder.length;
  const lessons = new OfKind(
    "lesson",
    revisions,
    (a, b) => placeOf(a) - placeOf(b) || compareText(a.id, b.id),
  );
  const scenarios = new OfKind("scenario", revisions, (a, b) => compareText(a.slug, b.slug));
  const paths = new OfKind("path", revisions, (a, b) => compareText(a.slug, b.slug));
  const vocabulary = new OfKind("behaviours", revisions, () => 0).all[0]?.definition ?? [];
  return {
    vocabulary,
    lesson: (id) => lessons.find(id),
    lessons: lessons.all,
    scenario: (slug) => scenarios.find(slug),
    scenarios: scenarios.all,
    course: (slug) => courses.find(slug),
    courses: courses.all,
    path: (slug) => paths.find(slug),
    paths: paths.all,
  };
}
