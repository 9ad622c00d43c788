/** The sample that uses every element of the language. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Vocabulary } from "~/core/behaviour/behaviour";

const file = new URL("../content/samples/every-element.mdx", import.meta.url);

export const sampleText = readFileSync(fileURLToPath(file), "utf8");

/** The behaviours that it speaks of. */
export const sampleVocabulary: Vocabulary = ["listening", "empathy", "ownership"].map((tag) => ({
  tag,
  name: tag,
  rule: "…",
  signs: [],
  counterExamples: [],
}));
