import { aroundWholeWords, wholeWordClass } from "~/core/prose/whole-words";

/** A text in which words like "e-mail" are not parted after their one letter. */
export function WholeWords({ text }: { readonly text: string }) {
  return (
    <>
      {aroundWholeWords(text).map((piece, at) =>
        at % 2 === 0 ? (
          piece || null
        ) : (
          <span key={at} className={wholeWordClass}>
            {piece}
          </span>
        ),
      )}
    </>
  );
}
