/** The facts at the top of a scenario. */
import type { Vocabulary } from "~/core/behaviour/behaviour";
import type { Position } from "~/core/diagnostic";
import { scenarioKinds, type Scenario, type ScenarioKind } from "~/core/scenario/definition";
import { knownTags } from "../behaviour-tags";
import { Fields } from "../fields";
import type { Reporter } from "../reporter";
import type { UnknownNames } from "../unknown-names";
import type { Scope } from "./scope";
import { quoted, suggestName } from "../suggestion";
import type { YamlMap } from "../yaml-value";

/** Names of the facts at the top of a scenario. */
export const scenarioFacts = [
  "title",
  "summary",
  "minutes",
  "channel",
  "setting",
  "role",
  "behaviours",
  "kinds",
  "start",
  "pass",
];

const passFacts = ["mark", "requires"];
const channels = ["desk", "phone", "chat", "email", "corridor"] as const;

type Facts = Omit<
  Scenario,
  "slug" | "briefing" | "cast" | "variables" | "rules" | "scenes" | "endings"
>;

export interface ReadFacts {
  readonly facts: Facts;
  /** What may be shown and missed; null where the list itself is wrong, so that nobody else is blamed. */
  readonly declared: ReadonlySet<string> | null;
}

function readPass(
  fields: Fields,
  declared: ReadonlySet<string> | null,
  vocabulary: Vocabulary | null,
  reporter: Reporter,
  names: UnknownNames,
): Scenario["pass"] {
  const at = fields.at("pass");
  const pass = fields.nested("pass", passFacts);
  if (!pass) return { mark: null, requires: [], at };
  const mark = pass.has("mark") ? pass.number("mark", 0, 1, "a share from 0 to 1") : null;
  if (mark !== null && !Number.isInteger(Math.round(mark * 1e9) / 1e6)) {
    reporter.report(
      "field/wrong-kind",
      pass.at("mark"),
      "`mark` has at most three decimals.",
      "Write it as in 0.6.",
    );
  }
  const written = pass.has("requires")
    ? pass.texts("requires", "the behaviours that must be shown", true)
    : [];
  for (const { text, at: place } of written) {
    const isKnown = vocabulary?.some((behaviour) => behaviour.tag === text) ?? true;
    if (declared === null || declared.has(text) || !isKnown) continue;
    names.add("undeclared", text, {
      rule: "behaviour/undeclared",
      at: place,
      message: `The pass rule requires ${quoted(text)}, which \`behaviours\` does not list.`,
      fix: `Add ${text} to \`behaviours\`.`,
    });
  }
  return { mark, requires: knownTags(written, vocabulary, reporter, names), at };
}

function readKinds(fields: Fields, reporter: Reporter): readonly ScenarioKind[] {
  if (!fields.has("kinds")) return [];
  const met = new Set<string>();
  const written = fields.texts("kinds", "the kinds of moment that it is about", true);
  return written.flatMap(({ text, at }) => {
    const kind = scenarioKinds.find((known) => known === text);
    if (kind && !met.has(kind)) {
      met.add(kind);
      return [kind];
    }
    if (kind) {
      reporter.report(
        "field/wrong-kind",
        at,
        `\`kinds\` holds ${quoted(text)} twice.`,
        "Keep one of the two.",
      );
      return [];
    }
    reporter.report(
      "field/wrong-kind",
      at,
      `\`kinds\` cannot hold ${quoted(text)}.`,
      suggestName(text, scenarioKinds, "values of `kinds`"),
    );
    return [];
  });
}

/** Scenes in the order written, and which of them belong to interludes. */
export interface Places extends Pick<Scope, "interludes" | "entries" | "things"> {
  readonly scenes: readonly string[];
  /** Where the first scene stands; null where there is none. */
  readonly firstAt: Position | null;
}

/** The id of the scene that it starts in: the first unless `start` names another. */
function readStart(
  fields: Fields,
  { scenes, firstAt, interludes, entries, things }: Places,
  reporter: Reporter,
  names: UnknownNames,
): string {
  const written = fields.has("start") ? fields.text("start", "the scene it begins with") : "";
  const start = written === "" ? (scenes[0] ?? "") : (entries.get(written) ?? written);
  const at = written === "" ? firstAt : fields.at("start");
  if (at === null) return start;
  const isThere = scenes.filter((scene) => !interludes.has(scene));
  const fix = suggestName(written, isThere, "scenes");
  if (interludes.has(start)) {
    reporter.report(
      "interlude/start",
      at,
      "The scenario cannot start in an interlude: nothing called it.",
      written === "" ? "Name another scene in `start`, or put one before it." : fix,
    );
  }
  if (scenes.includes(written) || entries.has(written)) names.use("place", written);
  else if (written !== "") {
    const what = things.get(written);
    if (what === undefined) {
      const message = `It starts in ${quoted(written)}, and no scene has that name.`;
      names.add("place", written, { rule: "scenario/start", at, message, fix });
    } else {
      const message = `It starts in ${quoted(written)}, which is ${what} and no scene.`;
      reporter.report("scenario/start", at, message, fix);
    }
  }
  return start;
}

/** `places` is null where the text below the facts could not be read. */
export function readScenarioFacts(
  facts: YamlMap,
  places: Places | null,
  vocabulary: Vocabulary | null,
  reporter: Reporter,
  names: UnknownNames,
): ReadFacts {
  const fields = new Fields(facts, reporter, scenarioFacts, { pass: passFacts });
  // Where none is listed, that is said of each that an answer shows.
  const isEmpty = fields.isEmptyList("behaviours");
  const written = isEmpty ? [] : fields.texts("behaviours", "the behaviours that it practises");
  const behaviours = knownTags(written, vocabulary, reporter, names);
  const isSound =
    isEmpty ||
    (behaviours.length > 0 && behaviours.length === new Set(written.map(({ text }) => text)).size);
  const declared = isSound ? new Set(behaviours) : null;
  const kinds = readKinds(fields, reporter);
  const start = places ? readStart(fields, places, reporter, names) : "";
  const read: Facts = {
    title: fields.text("title", "what it is called in lists"),
    summary: fields.text("summary", "one sentence"),
    minutes: fields.whole("minutes", 1, 60, "the minutes that a first play takes"),
    places: { minutes: fields.at("minutes"), behaviours: fields.at("behaviours") },
    channel: fields.oneOf("channel", channels) ?? "desk",
    setting: fields.text("setting", "where and when, in one line"),
    role: fields.text("role", "who the learner is here, in one line"),
    behaviours,
    ...(kinds.length > 0 && { kinds }),
    start,
    pass: readPass(fields, declared, vocabulary, reporter, names),
  };
  return { facts: read, declared };
}
