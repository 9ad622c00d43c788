/** The words of a lesson, for counting: what is read, and the feedback of which only a part is. */
import type { Nodes, Root } from "mdast";
import type { LessonText } from "~/core/quality/lesson-figures";

/** Attributes that are read on the page; an alt text is for those who do not see the picture. */
const wordAttributes = ["title", "when", "then", "caption", "prompt"];
/** Markdown that holds words and not blocks. */
const ofWords = new Set(["paragraph", "heading", "code"]);

interface Gathered {
  readonly passages: string[];
  readonly feedbacks: (readonly string[])[];
  readonly elements: string[];
}

function wordsOf(node: Nodes): string {
  if (
    "value" in node &&
    (node.type === "text" || node.type === "inlineCode" || node.type === "code")
  )
    return node.value;
  if (node.type === "break") return " ";
  return "children" in node ? (node.children as Nodes[]).map(wordsOf).join("") : "";
}

function isElement(
  node: Nodes,
): node is Extract<Nodes, { type: `mdxJsx${"Flow" | "Text"}Element` }> {
  return node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement";
}

function attributeTexts(node: Parameters<typeof isElement>[0]): readonly string[] {
  if (!isElement(node)) return [];
  const values = new Map(
    node.attributes.flatMap((attribute) =>
      attribute.type === "mdxJsxAttribute" && typeof attribute.value === "string"
        ? [[attribute.name, attribute.value] as const]
        : [],
    ),
  );
  const read = wordAttributes.flatMap((name) => values.get(name) ?? []);
  return values.has("then") ? [read.join(", ")] : read;
}

function gather(node: Nodes, into: Gathered): void {
  if (isElement(node) && node.name !== null) {
    into.elements.push(node.name);
    into.passages.push(...attributeTexts(node));
    if (node.name === "Check") {
      const own: Gathered = { passages: [], feedbacks: [], elements: [] };
      for (const child of node.children) gather(child, own);
      into.passages.push(...own.passages);
      into.feedbacks.push(own.feedbacks.map((texts) => texts.join(" ")));
      into.elements.push(...own.elements);
      return;
    }
    if (node.name === "Feedback") {
      const own: Gathered = { passages: [], feedbacks: [], elements: [] };
      for (const child of node.children) gather(child, own);
      into.feedbacks.push(own.passages);
      return;
    }
  }
  const children = "children" in node ? (node.children as Nodes[]) : [];
  if (ofWords.has(node.type) && !children.some(isElement)) {
    into.passages.push(wordsOf(node));
    return;
  }
  let words = "";
  const flush = () => {
    if (words.trim() !== "") into.passages.push(words);
    words = "";
  };
  for (const child of children) {
    if (
      isElement(child) ||
      ofWords.has(child.type) ||
      ("children" in child && !isPhrasing(child))
    ) {
      flush();
      gather(child, into);
    } else words += wordsOf(child);
  }
  flush();
}

const phrasing = new Set(["emphasis", "strong", "link", "delete"]);
const isPhrasing = (node: Nodes) => phrasing.has(node.type);

export function lessonText(tree: Root): LessonText {
  const gathered: Gathered = { passages: [], feedbacks: [], elements: [] };
  gather(tree, gathered);
  return gathered;
}
