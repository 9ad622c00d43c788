/**
 * What has to be published together: a course that names a lesson which is not in use yet takes
 * that lesson along, a new lesson takes its course, and a piece that goes takes who named it.
 */
import { stepSlug } from "~/core/course/progress";
import type { Step } from "~/core/course/definition";
import { answersOf } from "~/core/scenario/lookup";
import { keyOf, vocabularySlug } from "~/server/content/piece.server";
import type { Move } from "~/server/content/publish-plan.server";
import type { StoredRevision } from "~/server/content/revisions.server";

/** A move with the revisions on both its sides. */
export interface WholeMove extends Move {
  readonly before: StoredRevision | null;
  readonly after: StoredRevision | null;
}

const vocabularyKey = keyOf({ kind: "behaviours", slug: vocabularySlug });
const keyOfStep = (step: Step) => keyOf({ kind: step.kind, slug: stepSlug(step) });

/** Keys of the pieces that a revision leads to. */
export function namesOf(revision: StoredRevision | null): readonly string[] {
  switch (revision?.kind) {
    case "course":
    case "path":
      return revision.definition.steps.map(keyOfStep);
    case "lesson":
      return revision.definition.scenarios.map((slug) => keyOf({ kind: "scenario", slug }));
    default:
      return [];
  }
}

function tagsOf(revision: StoredRevision | null): readonly string[] {
  switch (revision?.kind) {
    case "course":
    case "lesson":
      return revision.definition.behaviours;
    case "scenario":
      return [
        ...revision.definition.behaviours,
        ...revision.definition.scenes.flatMap((scene) =>
          answersOf(scene).flatMap(({ shows }) => shows),
        ),
      ];
    default:
      return [];
  }
}

function vocabularyOf(revision: StoredRevision | null | undefined): readonly string[] {
  return revision?.kind === "behaviours" ? revision.definition.map(({ tag }) => tag) : [];
}

/** Does the move ask for the other one to be made with it? */
function needs(
  move: WholeMove,
  other: WholeMove,
  published: ReadonlyMap<string, StoredRevision>,
): boolean {
  const otherKey = keyOf(other);
  const isNew = other.before === null && other.after !== null;
  if (isNew && namesOf(move.after).includes(otherKey)) return true;
  if (otherKey === vocabularyKey && other.after !== null) {
    const known = vocabularyOf(published.get(vocabularyKey));
    const fresh = vocabularyOf(other.after).filter((tag) => !known.includes(tag));
    if (tagsOf(move.after).some((tag) => fresh.includes(tag))) return true;
  }
  if (move.before === null && move.after?.kind === "lesson") {
    if (other.kind === "course" && other.slug === move.after.definition.course) return true;
  }
  const goes = move.before !== null && move.after === null;
  if (goes && namesOf(other.before).includes(keyOf(move))) return true;
  if (keyOf(move) === vocabularyKey) {
    const gone = vocabularyOf(move.before).filter((tag) => !vocabularyOf(move.after).includes(tag));
    if (tagsOf(other.before).some((tag) => gone.includes(tag))) return true;
  }
  return false;
}

/** The wanted moves, then those that have to go with them. */
export function withCompanions(
  wanted: readonly WholeMove[],
  waiting: readonly WholeMove[],
  published: ReadonlyMap<string, StoredRevision>,
): readonly WholeMove[] {
  const all = [...wanted];
  const taken = new Set(wanted.map(keyOf));
  for (const move of all) {
    for (const other of waiting) {
      if (taken.has(keyOf(other)) || !needs(move, other, published)) continue;
      taken.add(keyOf(other));
      all.push(other);
    }
  }
  return all;
}

/** What would lead nowhere afterwards: named by a move, and neither in use nor part of the plan. */
export function looseEnds(
  moves: readonly WholeMove[],
  published: ReadonlyMap<string, StoredRevision>,
): readonly string[] {
  const after = new Set(published.keys());
  for (const move of moves) {
    if (move.after === null) after.delete(keyOf(move));
    else after.add(keyOf(move));
  }
  const named = moves.flatMap((move) => namesOf(move.after));
  const gone = moves.flatMap((move) => (move.after === null ? [keyOf(move)] : []));
  const stillNamed = [...published.values()]
    .filter((revision) => !moves.some((move) => keyOf(move) === keyOf(revision)))
    .flatMap(namesOf)
    .filter((key) => gone.includes(key));
  return [...new Set([...named.filter((key) => !after.has(key)), ...stillNamed])];
}
