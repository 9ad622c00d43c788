/** Settings of a course or a path: official runs, and how long a completion lasts. */
import { durationUnits, parseDuration, type Duration } from "~/core/calendar/duration";
import type { OfficialSettings } from "~/core/course/definition";
import type { Fields } from "./fields";
import type { Reporter } from "./reporter";
import { quoted } from "./suggestion";

/** A length of time, as in `12 months`; null where it is wrong, which has then been reported. */
function duration(
  fields: Fields,
  name: string,
  units: readonly Duration["unit"][],
  reporter: Reporter,
): Duration | null {
  const text = fields.text(name, `a length of time, as in 1 ${units[0] ?? "day"}`);
  if (text === "") return null;
  const found = parseDuration(text);
  if (found !== null && units.includes(found.unit)) return found;
  reporter.report(
    "field/wrong-kind",
    fields.at(name),
    `\`${name}\` should be a length of time; found ${quoted(text)}.`,
    `Write a whole number and a unit, as in 2 ${units[0] ?? "day"}s; units are ${units.join(", ")}.`,
  );
  return null;
}

/** Names of what `official` may say. */
export const officialFacts = ["attempts", "pause", "counts", "replay"];

/** `official: { attempts: 2, pause: 1 day, counts: last }`; each of them may be left out. */
export function readOfficial(fields: Fields, reporter: Reporter): OfficialSettings | null {
  const given = fields.nested("official", officialFacts);
  if (given === null) return null;
  const attempts = given.has("attempts")
    ? given.whole("attempts", 1, 99, "how many official runs a person has")
    : null;
  const replay = given.has("replay") ? given.oneOf("replay", ["own", "shared"]) : null;
  return {
    ...(replay === "shared" ? { replay } : {}),
    attempts,
    pause: given.has("pause") ? duration(given, "pause", ["hour", "day", "week"], reporter) : null,
    counts: given.has("counts") ? (given.oneOf("counts", ["best", "last"]) ?? "best") : "best",
  };
}

/** `validFor: 12 months`. */
export function readValidFor(fields: Fields, reporter: Reporter): Duration | null {
  if (!fields.has("validFor")) return null;
  const units = durationUnits.filter((unit) => unit !== "hour").toReversed();
  return duration(fields, "validFor", units, reporter);
}
