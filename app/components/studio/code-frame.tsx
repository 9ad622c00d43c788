import type { FrameLine } from "~/core/code-frame";

interface CodeFrameProps {
  readonly frame: readonly FrameLine[];
  readonly label: string;
}

/** The lines around a place, the place itself underlined. */
export function CodeFrame({ frame, label }: CodeFrameProps) {
  if (frame.length === 0) return null;
  return (
    <div
      role="region"
      aria-label={label}
      tabIndex={0}
      className="mt-3 overflow-x-auto rounded-md bg-well py-2.5"
    >
      <pre className="w-max min-w-full font-mono text-xs leading-normal">
        {frame.map(({ number, text, mark }) => (
          <span
            key={number}
            className={mark === null ? "block px-4 text-ink-soft" : "block bg-accent-soft px-4"}
          >
            <span className="me-4 inline-block w-10 text-end text-ink-soft select-none">
              {number}
            </span>
            {mark === null ? text : <Marked text={text} mark={mark} />}
            {"\n"}
          </span>
        ))}
      </pre>
    </div>
  );
}

function Marked({ text, mark }: { readonly text: string; readonly mark: number }) {
  const word = /^<?\/?[\w-]+|^./su.exec(text.slice(mark))?.[0] ?? " ";
  return (
    <>
      {text.slice(0, mark)}
      <mark className="rounded-sm bg-danger-ground font-strong text-danger underline decoration-wavy underline-offset-4">
        {word}
      </mark>
      {text.slice(mark + word.length)}
    </>
  );
}
