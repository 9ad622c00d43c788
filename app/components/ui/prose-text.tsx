import { Fragment, type ReactNode } from "react";
import type { Block, Inline, Prose } from "~/core/prose/prose";
import { classes } from "./classes";
import { WholeWords } from "./whole-words";

interface ProseTextProps {
  readonly prose: Prose;
  readonly className?: string;
}

/** Short text from data: lines, questions, feedback. */
export function ProseText({ prose, className }: ProseTextProps) {
  return <div className={classes("prose-short", className)}>{prose.map(blockElement)}</div>;
}

/** The same within a line, where a block may not stand: in a button, a label, a legend. */
export function ProseInline({ prose }: { readonly prose: Prose }) {
  return <>{prose.map(inlineBlock)}</>;
}

/** The same as words that run on within a paragraph: blocks follow one another with a space. */
export function ProseRun({ prose }: { readonly prose: Prose }) {
  return (
    <>
      {prose.map((block, key) => (
        <Fragment key={key}>
          {key === 0 ? null : " "}
          {block.kind === "paragraph" ? block.children.map(inlineElement) : inlineBlock(block, key)}
        </Fragment>
      ))}
    </>
  );
}

function blockElement(block: Block, key: number): ReactNode {
  switch (block.kind) {
    case "paragraph":
      return <p key={key}>{block.children.map(inlineElement)}</p>;
    case "quote":
      return <blockquote key={key}>{block.children.map(blockElement)}</blockquote>;
    case "list": {
      const items = block.items.map((item, at) => <li key={at}>{item.map(blockElement)}</li>);
      return block.ordered ? (
        <ol key={key} start={block.start}>
          {items}
        </ol>
      ) : (
        <ul key={key}>{items}</ul>
      );
    }
  }
}

function inlineBlock(block: Block, key: number): ReactNode {
  const look = "mt-[0.5em] block first:mt-0";
  switch (block.kind) {
    case "paragraph":
      return (
        <span key={key} className={look}>
          {block.children.map(inlineElement)}
        </span>
      );
    case "quote":
      return (
        <span key={key} className={look}>
          {block.children.map(inlineBlock)}
        </span>
      );
    case "list":
      return (
        <span key={key} className={look}>
          {block.items.map((item, at) => (
            <span key={at} className="block">
              {block.ordered ? `${(block.start ?? 1) + at}. ` : "– "}
              {item.map(inlineBlock)}
            </span>
          ))}
        </span>
      );
  }
}

function inlineElement(inline: Inline, key: number): ReactNode {
  switch (inline.kind) {
    case "text":
      return <WholeWords key={key} text={inline.text} />;
    case "code":
      return <code key={key}>{inline.text}</code>;
    case "break":
      return <br key={key} />;
    case "emphasis":
      return <em key={key}>{inline.children.map(inlineElement)}</em>;
    case "strong":
      return <strong key={key}>{inline.children.map(inlineElement)}</strong>;
    case "link":
      return (
        <a key={key} href={inline.href} rel="noreferrer">
          {inline.children.map(inlineElement)}
        </a>
      );
  }
}
