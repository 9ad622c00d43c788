/**
 * Publishing by hand: a plan that says what it would mean, and its execution, which is all or
 * nothing and refuses where anything is different from what the plan said.
 */
import { impactInWords, meaningOf, needsConfirmation, verdictOf } from "~/core/publishing/impact";
import type { PlannedPiece } from "~/core/publishing/planned-piece";
import { fail, ok, type Result } from "~/core/result";
import { paths } from "~/paths";
import { shortHash } from "~/server/content/changes.server";
import { keyOf, pieceKinds } from "~/server/content/piece.server";
import { changesOf, putInUse, type Publication } from "~/server/content/publications.server";
import {
  looseEnds,
  withCompanions,
  type WholeMove,
} from "~/server/content/publish-companions.server";
import { impactOf } from "~/server/content/publish-impact.server";
import type { Move } from "~/server/content/publish-plan.server";
import { sha256 } from "~/server/content/read.server";
import type { ContentStore } from "~/server/content/store.server";
import {
  isWanted,
  readWanted,
  writeWanted,
  type WantedPiece,
} from "~/server/content/wanted-piece.server";
import type { Database } from "~/server/db.server";

export interface PublishPlan {
  readonly moves: readonly Move[];
  readonly pieces: readonly PlannedPiece[];
  /** Names of pieces that would be listed and lead nowhere. */
  readonly looseEnds: readonly string[];
  readonly needsConfirmation: boolean;
  /** Stands for exactly these moves: whoever confirms sends it back. */
  readonly token: string;
}

async function storedMove(
  store: ContentStore,
  database: Database,
  wanted: WantedPiece,
): Promise<Result<Move, string>> {
  const rows = await database.revision.findMany({
    where: { slug: wanted.slug, hash: { startsWith: wanted.revision ?? "" } },
    select: { hash: true, kind: true, slug: true },
    take: 2,
  });
  const [row, another] = rows;
  const kind = pieceKinds.find((one) => one === row?.kind);
  if (row === undefined || kind === undefined || !isWanted(wanted, { kind, slug: row.slug })) {
    return fail(`${wanted.slug} has no revision ${wanted.revision ?? ""}.`);
  }
  if (another !== undefined) {
    return fail(`More than one revision of ${wanted.slug} begins so; write more of its name.`);
  }
  const { slug, hash } = row;
  const from = store.snapshot.inUse.get(keyOf({ kind, slug }))?.hash ?? null;
  if (from === hash) return fail(`${slug} is in use as revision ${shortHash(hash)} already.`);
  return ok({ kind, slug, from, to: hash });
}

function waitingMove(store: ContentStore, wanted: WantedPiece): Result<Move, string> {
  const { waiting, published, pieces } = store.snapshot;
  const found = waiting.filter((move) => isWanted(wanted, move));
  const [move] = found;
  if (found.length > 1) {
    return fail(`${wanted.slug} is several things; write ${found.map(keyOf).join(" or ")}.`);
  }
  if (move !== undefined) return ok(move);
  if (pieces.some((piece) => isWanted(wanted, piece) && piece.definition === null)) {
    return fail(`The file of ${wanted.slug} has errors; look with: check.`);
  }
  return [...published.values()].some((revision) => isWanted(wanted, revision))
    ? fail(`${wanted.slug} is in use as it is: nothing of it waits to be published.`)
    : fail(`There is no ${wanted.slug} to publish.`);
}

/** The move that each of the texts asks for, or what is wrong with the first that is wrong. */
async function movesFor(
  store: ContentStore,
  database: Database,
  texts: readonly string[],
): Promise<Result<readonly Move[], string>> {
  const moves: Move[] = [];
  for (const text of texts) {
    const wanted = readWanted(text);
    const move =
      wanted.revision === null
        ? waitingMove(store, wanted)
        : await storedMove(store, database, wanted);
    if (!move.ok) return move;
    if (!moves.some((other) => keyOf(other) === keyOf(move.value))) moves.push(move.value);
  }
  return ok(moves);
}

/** The move back to what was in use before, as a text for `movesFor`; or why there is none. */
export async function wayBack(
  store: ContentStore,
  database: Database,
  text: string,
): Promise<Result<string, string>> {
  const wanted = readWanted(text);
  const rows = await database.revision.findMany({
    where: { slug: wanted.slug, ...(wanted.kind === null ? {} : { kind: wanted.kind }) },
    distinct: ["kind"],
    select: { kind: true },
  });
  const found = pieceKinds.filter((kind) => rows.some((row) => row.kind === kind));
  const [kind] = found;
  if (kind === undefined) return fail(`There is no ${wanted.slug}.`);
  if (found.length > 1) {
    const names = found.map((each) => keyOf({ kind: each, slug: wanted.slug }));
    return fail(`${wanted.slug} is several things; write ${names.join(" or ")}.`);
  }
  const inUse = store.snapshot.inUse.get(keyOf({ kind, slug: wanted.slug }))?.hash ?? null;
  const past = await changesOf(database, kind, wanted.slug);
  const before = past.find(({ from, to }) => to === inUse && from !== null)?.from;
  if (before === undefined || before === null) {
    return fail(`${wanted.slug} has no earlier revision to go back to.`);
  }
  return ok(writeWanted({ kind, slug: wanted.slug }, before));
}

function pictureOf({ kind, from, to }: Move): string | null {
  if (kind !== "scenario" || from === null || to === null) return null;
  return paths.studioPicture(to, from);
}

async function whole(store: ContentStore, move: Move): Promise<WholeMove> {
  return {
    ...move,
    before: move.from === null ? null : await store.revision(move.from),
    after: move.to === null ? null : await store.revision(move.to),
  };
}

/** What making these moves would mean; with what has to go along. */
async function planPublishing(
  store: ContentStore,
  database: Database,
  wanted: readonly Move[],
): Promise<PublishPlan> {
  const { waiting, published } = store.snapshot;
  const [asked, others] = await Promise.all(
    [wanted, waiting].map((moves) => Promise.all(moves.map((move) => whole(store, move)))),
  );
  const all = withCompanions(asked ?? [], others ?? [], published);
  const pieces = await Promise.all(
    all.map(async (move, index): Promise<PlannedPiece> => {
      const { kind, slug, from, to, before, after } = move;
      const facts = await impactOf(database, move);
      const verdict = verdictOf(facts);
      return {
        ...{ key: keyOf(move), kind, slug, verdict },
        title: (after ?? before)?.title ?? slug,
        from: from === null ? null : shortHash(from),
        to: to === null ? null : shortHash(to),
        goesAlong: index >= wanted.length,
        meaning: meaningOf(verdict),
        changes: facts.changes,
        impact: impactInWords(facts),
        picture: pictureOf(move),
      };
    }),
  );
  const moves = all.map(({ kind, slug, from, to }): Move => ({ kind, slug, from, to }));
  const sorted = [...moves].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
  return {
    ...{ moves, pieces },
    looseEnds: looseEnds(all, published),
    needsConfirmation: needsConfirmation(pieces.map(({ verdict }) => verdict)),
    token: sha256(JSON.stringify(sorted)).slice(0, 16),
  };
}

/** The plan for what these texts ask for, or for everything that waits; or what is wrong with them. */
export async function planOf(
  store: ContentStore,
  database: Database,
  texts: readonly string[],
): Promise<Result<PublishPlan, string>> {
  const moves =
    texts.length === 0 ? ok(store.snapshot.waiting) : await movesFor(store, database, texts);
  return moves.ok ? ok(await planPublishing(store, database, moves.value)) : moves;
}

/** So much of a revision's name stands in an address: no two begin alike. */
const nameInAddress = 16;

/** What leads back to what was in use before the plan, as texts for another; what is new has no way back. */
export function waysBack({ moves }: PublishPlan): string[] {
  return moves.flatMap(({ from, ...piece }) =>
    from === null ? [] : [writeWanted(piece, from.slice(0, nameInAddress))],
  );
}

/**
 * Makes the moves of a plan, and turns this process to them. False where somebody else moved one
 * of the pieces since the plan was made; nothing was written then.
 */
export async function publishPlan(
  store: ContentStore,
  database: Database,
  { moves }: PublishPlan,
  publication: Omit<Publication, "onDisk">,
): Promise<boolean> {
  const done = await putInUse(database, moves, { ...publication, onDisk: store.onDisk });
  await store.refresh();
  return done;
}
