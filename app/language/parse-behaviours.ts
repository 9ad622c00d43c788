/** `behaviours.yml`: the vocabulary. */
import type { Behaviour, Vocabulary } from "~/core/behaviour/behaviour";
import { reportDuplicates } from "./element-reader";
import { Fields, slugForm } from "./fields";
import { parseSafely, type Parsed, type Reporter } from "./reporter";
import { acceptableText, type Source } from "./source";
import { quoted } from "./suggestion";
import { readYaml } from "./yaml-tree";

/** Names of the facts of a behaviour. */
export const behaviourFacts = ["tag", "name", "rule", "signs", "counterExamples"];

function behaviourOf(record: Fields, reporter: Reporter): Behaviour {
  const tag = record.text("tag", "the short name that lessons and choices use");
  if (tag !== "" && !slugForm.test(tag)) {
    reporter.report(
      "name/format",
      record.at("tag"),
      `The tag ${quoted(tag)} should be small letters and hyphens.`,
      "Write it as in follow-up: letters from a to z, digits, and hyphens between them.",
    );
  }
  const listed = (name: "signs" | "counterExamples", what: string) =>
    record.texts(name, what).map(({ text }) => text);
  return {
    tag,
    name: record.text("name", "what people call it"),
    rule: record.text("rule", "the one-line rule: when X, do Y"),
    signs: listed("signs", "what someone watching would see"),
    counterExamples: listed("counterExamples", "what it is mistaken for"),
  };
}

export function parseBehaviours(source: Source): Parsed<Vocabulary> {
  return parseSafely(source.file, (reporter) => {
    const text = acceptableText(source.text, reporter);
    const tree =
      text === null ? null : readYaml(text, 1, ["behaviours", ...behaviourFacts], reporter);
    if (!tree) return null;
    const top = new Fields(tree, reporter, ["behaviours"]);
    const what = "the behaviours that people are trained in";
    const records = top.records("behaviours", behaviourFacts, what);
    const behaviours = records.map((record) => behaviourOf(record, reporter));
    const tags = records.map((record, index) => ({
      name: behaviours[index]?.tag ?? "",
      at: record.at("tag"),
    }));
    reportDuplicates(tags, "behaviour", reporter);
    return behaviours;
  });
}
