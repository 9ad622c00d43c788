/** Checks behaviour tags against the vocabulary. */
import type { BehaviourTag, Vocabulary } from "~/core/behaviour/behaviour";
import type { PlacedText } from "./fields";
import type { Reporter } from "./reporter";
import { quoted, suggestName } from "./suggestion";

/** The tags that exist, each once; a sentence for each other one. */
export function knownTags(
  written: readonly PlacedText[],
  vocabulary: Vocabulary,
  reporter: Reporter,
): readonly BehaviourTag[] {
  const known = vocabulary.map((behaviour) => behaviour.tag);
  const tags = written.filter(({ text, at }) => {
    if (known.includes(text)) return true;
    reporter.report(
      "behaviour/unknown",
      at,
      `No behaviour has the tag ${quoted(text)}.`,
      suggestName(text, known, "behaviours"),
    );
    return false;
  });
  return [...new Set(tags.map((tag) => tag.text))];
}
