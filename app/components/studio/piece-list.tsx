import { Link } from "@remix-run/react";
import { Tag } from "~/components/ui/tag";
import { PieceStateTag, type PieceStanding } from "./piece-state";

export interface ListedPiece extends PieceStanding {
  readonly slug: string;
  readonly title: string;
  readonly file: string;
  readonly layer: "shipped" | "own";
  /** Where it is looked at more closely. */
  readonly to: string;
}

interface PieceListProps {
  readonly heading: string;
  readonly id: string;
  readonly pieces: readonly ListedPiece[];
}

/** One kind of content: title, file, and whether learners meet it as it is. */
export function PieceList({ heading, id, pieces }: PieceListProps) {
  if (pieces.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="text-xl">
        {heading}
      </h2>
      <PieceRows pieces={pieces} />
    </section>
  );
}

interface PieceGroupsProps {
  readonly heading: string;
  readonly id: string;
  readonly groups: readonly {
    readonly slug: string;
    readonly title: string;
    readonly pieces: readonly ListedPiece[];
  }[];
}

/** The same in parts, each under a heading of its own. */
export function PieceGroups({ heading, id, groups }: PieceGroupsProps) {
  if (groups.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="text-xl">
        {heading}
      </h2>
      <div className="mt-4 space-y-7">
        {groups.map(({ slug, title, pieces }) => (
          <section key={slug} aria-labelledby={`${id}-${slug}`}>
            <h3 id={`${id}-${slug}`} className="text-lg">
              {title}
            </h3>
            <PieceRows pieces={pieces} />
          </section>
        ))}
      </div>
    </section>
  );
}

function PieceRows({ pieces }: { readonly pieces: readonly ListedPiece[] }) {
  return (
    <ul className="mt-3 divide-y divide-line rounded-lg border border-line bg-sheet">
      {pieces.map(({ slug, title, file, layer, to, ...standing }) => (
        <li key={slug} className="flex flex-wrap items-center gap-x-6 gap-y-2 px-4 py-2 sm:px-5">
          <div className="flex min-w-0 flex-1 basis-72 flex-wrap items-center justify-between gap-x-6">
            <Link
              to={to}
              className="inline-flex min-h-10 items-center font-serif text-lg wrap-anywhere text-link underline-offset-4 hover:underline"
            >
              {title}
            </Link>
            <p className="font-mono text-xs wrap-anywhere text-ink-soft">
              {file}
              {standing.revision === null ? null : ` · ${standing.revision}`}
            </p>
          </div>
          <div className="flex flex-wrap items-center gap-2">
            {layer === "own" ? <Tag>Your own</Tag> : null}
            <PieceStateTag {...standing} />
          </div>
        </li>
      ))}
    </ul>
  );
}
