/** What stands between backticks is to be typed as it is. */
export function Spelled({ text }: { readonly text: string }) {
  return text.split("`").map((part, at) =>
    at % 2 === 0 ? (
      part
    ) : (
      <code key={at} className="rounded-sm bg-well px-1 font-mono text-sm">
        {part}
      </code>
    ),
  );
}
