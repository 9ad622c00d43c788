/** Checks behaviour tags against the vocabulary. */
import type { BehaviourTag, Vocabulary } from "~/core/behaviour/behaviour";
import type { PlacedText } from "./fields";
import type { Reporter } from "./reporter";
import { quoted, suggestName } from "./suggestion";
import type { UnknownNames } from "./unknown-names";

/** What a tag that nobody knows was meant to be: several that lack their commas, or a behaviour by its name. */
function meantTags(text: string, vocabulary: Vocabulary): string | null {
  const known = vocabulary.map(({ tag }) => tag);
  const parts = text.split(/[\s;&]+/).filter((part) => part !== "" && part !== "and");
  if (parts.length > 1 && parts.every((part) => known.includes(part))) {
    return `Put a comma between two, as in ${parts.join(", ")}.`;
  }
  const named = vocabulary.find(({ name }) => name.toLowerCase() === text.toLowerCase());
  return named ? `Write its tag, \`${named.tag}\`.` : null;
}

/**
 * The tags that exist, each once; a sentence for each other one, kept in `names` where there is one.
 * Where the vocabulary itself cannot be read (null), every tag is taken as it stands.
 */
export function knownTags(
  written: readonly PlacedText[],
  vocabulary: Vocabulary | null,
  reporter: Reporter,
  names?: UnknownNames,
): readonly BehaviourTag[] {
  if (vocabulary === null) return [...new Set(written.map((tag) => tag.text))];
  const known = vocabulary.map((behaviour) => behaviour.tag);
  const met = new Set<string>();
  const tags = written.filter(({ text, at }) => {
    if (met.has(text)) {
      const message = `${quoted(text)} stands here twice.`;
      reporter.report("name/duplicate", at, message, "Take one of them out.");
    }
    met.add(text);
    if (known.includes(text)) return true;
    const message = `No behaviour has the tag ${quoted(text)}.`;
    const fix = meantTags(text, vocabulary) ?? suggestName(text, known, "behaviours");
    if (names) names.add("behaviour", text, { rule: "behaviour/unknown", at, message, fix });
    else reporter.report("behaviour/unknown", at, message, fix);
    return false;
  });
  return [...new Set(tags.map((tag) => tag.text))];
}
