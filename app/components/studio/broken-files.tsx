import { Link } from "@remix-run/react";
import { Notice } from "~/components/ui/notice";
import { countInWords } from "~/core/prose/in-words";
import type { ListedPiece } from "./piece-list";
import { PieceStateTag } from "./piece-state";

/** A list that is longer than this is found below, too. */
const named = 8;

/** Above everything: which files have errors, each a press away from what is wrong with it. */
export function BrokenFiles({ pieces }: { readonly pieces: readonly ListedPiece[] }) {
  if (pieces.length === 0) return null;
  const more = pieces.length - named;
  return (
    <div className="mb-8">
      <Notice
        meaning="warning"
        title={pieces.length === 1 ? "One file has errors" : `${pieces.length} files have errors`}
      >
        <p>Nothing else is affected. What was good before stays in use.</p>
        <ul className="mt-2 space-y-1">
          {pieces.slice(0, named).map(({ file, to, title, ...standing }) => (
            <li key={file} className="flex flex-wrap items-center gap-x-4 gap-y-1">
              <Link to={to} className="min-w-0 py-1 wrap-anywhere text-link underline">
                {title} <span className="font-mono text-xs">{file}</span>
              </Link>
              <PieceStateTag {...standing} />
            </li>
          ))}
        </ul>
        {more > 0 ? <p className="mt-2">And {countInWords(more, "other")}, marked below.</p> : null}
      </Notice>
    </div>
  );
}
