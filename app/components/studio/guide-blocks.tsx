import type { GuideBlock } from "~/core/guide-page";
import { Spelled } from "./spelled";

/** What a page of the guide says: an example that is wrong, what is said of it, and a right one. */
export function GuideBlocks({ blocks }: { readonly blocks: readonly GuideBlock[] }) {
  return (
    <div className="max-w-[44rem] space-y-4">
      {blocks.map((block, at) => (
        <One key={at} block={block} label={exampleName(blocks, at)} />
      ))}
    </div>
  );
}

/** "Example" where there is one, and else each by its number. */
function exampleName(blocks: readonly GuideBlock[], at: number): string {
  const isExample = ({ kind }: GuideBlock) => kind === "example";
  if (blocks.filter(isExample).length < 2) return "Example";
  return `Example ${String(blocks.slice(0, at + 1).filter(isExample).length)}`;
}

interface OneProps {
  readonly block: GuideBlock;
  /** Where it is an example. */
  readonly label: string;
}

function One({ block: { kind, text }, label }: OneProps) {
  switch (kind) {
    case "heading":
      return <h2 className="mt-8 text-xl">{text}</h2>;
    case "words":
      return (
        <p>
          <Spelled text={text} />
        </p>
      );
    case "said":
      return (
        <blockquote className="border-s-2 border-line-strong ps-4">
          <Spelled text={text} />
        </blockquote>
      );
    case "example":
      return (
        <div
          role="region"
          aria-label={label}
          tabIndex={0}
          className="overflow-x-auto rounded-md bg-well px-4 py-2.5"
        >
          <pre className="w-max min-w-full font-mono text-sm">{text}</pre>
        </div>
      );
  }
}
