import { Form } from "@remix-run/react";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Tag } from "~/components/ui/tag";
import { pieceNames, type PlannedPiece as Planned } from "~/core/publishing/planned-piece";
import { paths } from "~/paths";

const verdicts = {
  new: { word: "New", look: "success" },
  withdrawn: { word: "Out of use", look: "warning" },
  same: { word: "Nothing changes", look: "plain" },
  wording: { word: "Wording", look: "plain" },
  scoring: { word: "Scoring", look: "warning" },
  rule: { word: "Rule", look: "warning" },
  flow: { word: "Flow", look: "warning" },
} as const;

interface PlannedPieceProps {
  readonly piece: Planned;
  /** It is one of several, and can be published without the others. */
  readonly amongOthers: boolean;
}

/** One piece that is to be published: what changed, and what it means for people. */
export function PlannedPiece({ piece, amongOthers }: PlannedPieceProps) {
  const { key, kind, title, from, to, goesAlong, verdict, meaning, changes, impact } = piece;
  const { word, look } = verdicts[verdict];
  return (
    <Card as="section" labelledBy={key}>
      <p className="flex flex-wrap items-center gap-2 text-sm text-ink-soft">
        <Tag look={look}>{word}</Tag>
        <span>{pieceNames[kind]}</span>
        {goesAlong ? <span>· goes along, because what is published leads to it</span> : null}
      </p>
      <h2 id={key} className="mt-2 text-lg">
        {title}
      </h2>
      <p className="font-mono text-xs text-ink-soft">
        {from ?? "not in use"} <span aria-label="becomes">→</span> {to ?? "not in use"}
      </p>
      <p className="mt-3 font-medium">{meaning}</p>
      <ul className="mt-1 space-y-1">
        {impact.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {changes.length === 0 ? null : (
        <details open={changes.length <= 6} className="mt-3">
          <summary className="inline-flex min-h-11 items-center text-link underline underline-offset-4">
            What changed ({changes.length})
          </summary>
          <ul className="mt-1 divide-y divide-line border-y border-line">
            {changes.map(({ kind: of, message }, at) => (
              <li key={at} className="gap-4 py-2 sm:flex">
                <span className="block shrink-0 basis-20 text-sm text-ink-soft">
                  {verdicts[of].word}
                </span>
                <Spelled text={message} />
              </li>
            ))}
          </ul>
          {piece.picture === null || verdict === "wording" ? null : (
            <p className="mt-2">
              <a
                href={piece.picture}
                className="inline-flex min-h-11 items-center text-link underline underline-offset-4"
              >
                See it drawn, with what changed marked
              </a>
            </p>
          )}
        </details>
      )}
      {amongOthers ? (
        <Form method="post" action={paths.studioPublish()} className="mt-4">
          <Button variant="quiet" name="piece" value={key}>
            Publish this alone<span className="sr-only">: {title}</span>
          </Button>
        </Form>
      ) : null}
    </Card>
  );
}

/** Names as they stand in the file are set apart. */
function Spelled({ text }: { readonly text: string }) {
  return (
    <span className="min-w-0 wrap-anywhere">
      {text.split("`").map((part, at) =>
        at % 2 === 0 ? (
          part
        ) : (
          <code key={at} className="rounded-sm bg-well px-1 font-mono text-sm">
            {part}
          </code>
        ),
      )}
    </span>
  );
}
