/** `behaviours.yml`: the vocabulary. */
import type { Behaviour, Vocabulary } from "~/core/behaviour/behaviour";
import { Fields, slugForm } from "./fields";
import { parseSafely, type Parsed } from "./reporter";
import { acceptableText, type Source } from "./source";
import { quoted } from "./suggestion";
import { readYaml } from "./yaml-tree";

/** Names of the facts of a behaviour. */
export const behaviourFacts = ["tag", "name", "rule", "signs", "counterExamples"];

export function parseBehaviours(source: Source): Parsed<Vocabulary> {
  return parseSafely(source.file, (reporter) => {
    const text = acceptableText(source.text, reporter);
    const tree =
      text === null ? null : readYaml(text, 1, ["behaviours", ...behaviourFacts], reporter);
    if (!tree) return null;
    const top = new Fields(tree, reporter, ["behaviours"]);
    const seen = new Set<string>();
    return top
      .records("behaviours", behaviourFacts, "the list of behaviours")
      .map((record): Behaviour => {
        const tag = record.text("tag", "the short name that lessons and choices use");
        if (tag !== "" && !slugForm.test(tag)) {
          reporter.report(
            "name/format",
            record.at("tag"),
            `The tag ${quoted(tag)} should be small letters and hyphens.`,
          );
        }
        if (seen.has(tag)) {
          reporter.report(
            "name/duplicate",
            record.at("tag"),
            `The tag ${quoted(tag)} stands twice.`,
          );
        }
        seen.add(tag);
        return {
          tag,
          name: record.text("name", "what people call it"),
          rule: record.text("rule", "the one-line rule: when X, do Y"),
          signs: record.texts("signs", "what someone watching would see").map((sign) => sign.text),
          counterExamples: record
            .texts("counterExamples", "what it is mistaken for")
            .map((example) => example.text),
        };
      });
  });
}
