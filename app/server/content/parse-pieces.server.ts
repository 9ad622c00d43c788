/** Parses what stands on its own: the vocabulary, then scenarios and lessons, which use its tags. */
import type { Vocabulary } from "~/core/behaviour/behaviour";
import type { Lesson } from "~/core/course/definition";
import type { Diagnostic } from "~/core/diagnostic";
import { parseLesson } from "~/language/lesson/parse-lesson";
import { parseBehaviours } from "~/language/parse-behaviours";
import { parseProvedScenario } from "~/language/scenario/prove-scenario";
import { vocabularySlug, type Kind, type PieceOf } from "~/server/content/piece.server";
import { placeFiles, type PlacedFile } from "~/server/content/placed.server";
import type { ContentTree } from "~/server/content/read.server";
import type { Reading } from "~/server/content/reading.server";

/** About a second of work: beyond it a proof says "not decided" here, and `content check` goes on. */
const proofWhileServing = { states: 50_000, scoreStates: 100_000 };

export interface BasicPieces {
  readonly placed: readonly PlacedFile[];
  readonly vocabulary: Vocabulary;
  readonly behaviours: readonly PieceOf<"behaviours">[];
  readonly scenarios: readonly PieceOf<"scenario">[];
  readonly lessons: readonly PieceOf<"lesson">[];
  readonly diagnostics: readonly Diagnostic[];
}

export function ofKind(placed: readonly PlacedFile[], kind: Kind): readonly PlacedFile[] {
  return placed.filter((each) => each.kind === kind);
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}

/** Files beside a lesson, relative to its folder, of both layers. */
function filesBeside(tree: ContentTree, path: string): string[] {
  const folder = folderOf(path);
  return [...tree.files.keys()]
    .filter((other) => other.startsWith(folder) && other !== path)
    .map((other) => other.slice(folder.length))
    .sort();
}

function assetHashes(
  tree: ContentTree,
  path: string,
  { assets }: Lesson,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    assets.flatMap((name) => {
      const file = tree.files.get(folderOf(path) + name);
      return file === undefined ? [] : [[name, file.hash]];
    }),
  );
}

export async function parseBasics(reading: Reading): Promise<BasicPieces> {
  const { tree } = reading;
  const { placed, diagnostics } = placeFiles(tree);
  const behaviours = await reading.pieces(ofKind(placed, "behaviours"), ({ slug }) => ({
    kind: "behaviours",
    slug,
    context: null,
    parse: parseBehaviours,
  }));
  const vocabulary =
    behaviours.map((piece) => reading.usable(piece))[0] ??
    reading.lastGood("behaviours", vocabularySlug) ??
    [];
  const scenarios = await reading.pieces(ofKind(placed, "scenario"), ({ slug }) => ({
    kind: "scenario",
    slug,
    context: vocabulary,
    parse: (source) => parseProvedScenario(source, { vocabulary }, proofWhileServing),
  }));
  const slugs = ofKind(placed, "scenario").map((each) => each.slug);
  const lessons = await reading.pieces<"lesson">(ofKind(placed, "lesson"), ({ file, slug }) => {
    const assets = filesBeside(tree, file.path);
    const hashes = assets.map((name) => tree.files.get(folderOf(file.path) + name)?.hash);
    return {
      kind: "lesson",
      slug,
      context: [vocabulary, slugs, assets, hashes],
      parse: (source) => parseLesson(source, { vocabulary, scenarios: slugs, assets }),
      assets: (lesson) => assetHashes(tree, file.path, lesson),
    };
  });
  return { placed, vocabulary, behaviours, scenarios, lessons, diagnostics };
}
