/** A page of the authoring guide, as far as such pages go: headings, words, examples and what is said of them. */

export type GuideBlock =
  | { readonly kind: "heading" | "words" | "said"; readonly text: string }
  | { readonly kind: "example"; readonly text: string };

export interface GuidePage {
  readonly title: string;
  readonly meaning: string;
  readonly blocks: readonly GuideBlock[];
}

/** An element cut out of a whole begins at the edge, and the rest is as deep as it was there; its end says how deep. */
function setBack(example: string): string {
  const lines = example.split("\n");
  const depth = /^ +(?=<\/)/.exec(lines.at(-1) ?? "")?.[0];
  if (depth === undefined || !example.startsWith("<")) return example;
  return lines.map((line) => (line.startsWith(depth) ? line.slice(depth.length) : line)).join("\n");
}

function blockOf(part: string): GuideBlock {
  const fence = /^(`{3,})[^\n]*\n([\s\S]*?)\n?\1$/.exec(part);
  if (fence) return { kind: "example", text: setBack(fence[2] ?? "") };
  if (part.startsWith("## ")) return { kind: "heading", text: part.slice(3) };
  if (!part.startsWith("> ")) return { kind: "words", text: part };
  return { kind: "said", text: part.replace(/^> ?/gm, "").replace(/\n+/g, " ") };
}

/** Null where the text is no such page. */
export function readGuidePage(text: string): GuidePage | null {
  const head = /^# \S+\n\n\*\*(.+?)\*\* \(\w+\)\. ([^\n]*)\n+/.exec(text);
  if (!head) return null;
  const parts = text
    .slice(head[0].length)
    .matchAll(/^(`{3,})[^\n]*\n[\s\S]*?^\1$|^(?:[^\n]+(?:\n|$))+/gm);
  return {
    title: head[1] ?? "",
    meaning: head[2] ?? "",
    blocks: [...parts].map((part) => blockOf(part[0].trim())),
  };
}
