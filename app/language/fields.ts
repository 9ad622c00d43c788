/** Reads named facts from YAML, each with a sentence where it does not fit. */
import type { Position } from "~/core/diagnostic";
import type { Reporter } from "./reporter";
import { nearestName, quoted, suggestName } from "./suggestion";
import type { YamlEntry, YamlMap, YamlValue } from "./yaml-value";

export const slugForm = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const MAX_TEXT = 600;

/** One text of a list, with its place. */
export interface PlacedText {
  readonly text: string;
  readonly at: Position;
}

/** A number written with more than its digits, as in `5 min`, `"5"` or `50%`. */
function numberWithin(written: string, min: number, max: number): number | null {
  const found = /^\D{0,3}(\d+(?:[.,]\d+)?)\s*(%?)/.exec(written.trim());
  if (found?.[1] === undefined) return null;
  const value = Number(found[1].replace(",", "."));
  const isShare = max === 1 && (found[2] === "%" || value >= 2);
  const meant = isShare ? value / 100 : value;
  return meant >= min && meant <= max ? meant : null;
}

export class Fields {
  /** Facts by the names that they were meant to have: a mistyped one is reported once and read as meant. */
  private readonly entries: ReadonlyMap<string, YamlEntry>;
  /** Facts whose own facts stand beside them: that was reported. */
  private readonly emptied = new Set<string>();

  constructor(
    private readonly map: YamlMap,
    private readonly reporter: Reporter,
    known: readonly string[],
    /** Facts that hold others, and which. */
    private readonly holders: Readonly<Record<string, readonly string[]>> = {},
  ) {
    const entries = new Map(map.entries);
    for (const [name, entry] of map.entries) {
      if (known.includes(name)) continue;
      if (this.isOutdented(name, entry.at)) continue;
      if (/^\d+$/.test(name)) {
        reporter.report(
          "field/unknown",
          entry.at,
          "A comma before this number parts it from what stands before.",
          "Write a number that is broken with a point, as in 0.6.",
        );
        continue;
      }
      reporter.report(
        "field/unknown",
        entry.at,
        `Nobody knows the fact ${quoted(name)}.`,
        suggestName(name, known, "facts that may stand here"),
      );
      const meant = nearestName(name, known);
      if (meant !== null && !entries.has(meant)) entries.set(meant, entry);
    }
    this.entries = entries;
  }

  /** Whether a fact stands beside the one that it belongs into, which is said of the first such. */
  private isOutdented(name: string, at: Position): boolean {
    const holder = Object.keys(this.holders).find((candidate) => {
      const value = this.map.entries.get(candidate)?.value;
      const isEmpty = value === undefined || (value.kind === "scalar" && value.value === null);
      return isEmpty && this.holders[candidate]?.includes(name) === true;
    });
    if (holder === undefined) return false;
    if (!this.emptied.has(holder)) {
      const isThere = this.map.entries.has(holder);
      this.reporter.report(
        "field/unknown",
        at,
        `${quoted(name)} belongs to \`${holder}\`, ${isThere ? "and stands beside it" : "which is not there"}.`,
        isThere
          ? `Set it in by two spaces, like everything that belongs to \`${holder}\`.`
          : `Put a line \`${holder}:\` before it, and set in by two spaces what belongs to it.`,
      );
    }
    this.emptied.add(holder);
    return true;
  }

  private entry(
    name: string,
    wanted: string,
    fix = "Write it behind the colon.",
  ): YamlEntry | null {
    const entry = this.entries.get(name);
    if (entry?.value.kind === "scalar" && entry.value.isRefused) return null;
    if (entry && !(entry.value.kind === "scalar" && entry.value.value === null)) return entry;
    if (!entry && this.map.isPartial) return null;
    this.reporter.report(
      "field/missing",
      entry?.at ?? this.map.at,
      `The fact \`${name}\` is ${entry ? "empty" : "missing"}: ${wanted}.`,
      entry ? fix : `Add \`${name}: …\` to these facts.`,
    );
    return null;
  }

  private wrong(name: string, at: Position, wanted: string, fix: string): null {
    this.reporter.report("field/wrong-kind", at, `\`${name}\` should be ${wanted}.`, fix);
    return null;
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  at(name: string): Position {
    return this.entries.get(name)?.value.at ?? this.map.at;
  }

  /** A line of text; empty where it is missing, which has then been reported. */
  text(name: string, wanted: string, most = MAX_TEXT): string {
    const entry = this.entry(name, wanted);
    if (!entry) return "";
    const { value } = entry;
    const text = value.kind === "scalar" ? value.text.replace(/\s+/g, " ").trim() : "";
    if (text !== "" && text.length <= most) return text;
    this.wrong(
      name,
      value.at,
      `a line of text of at most ${most} letters`,
      text === "" ? `Write it as in ${name}: a few words.` : "Shorten it.",
    );
    return "";
  }

  /** A number between two bounds; `min` where it is missing or wrong, which has then been reported. */
  number(name: string, min: number, max: number, wanted: string): number {
    const entry = this.entry(name, wanted);
    const value = entry?.value;
    if (!value) return min;
    if (value.kind === "scalar" && typeof value.value === "number") {
      if (value.value >= min && value.value <= max) return value.value;
    }
    const meant = value.kind === "scalar" ? numberWithin(value.text, min, max) : null;
    const example = meant ?? (max === 1 ? 0.6 : Math.max(min, Math.min(5, max)));
    this.wrong(
      name,
      value.at,
      `a number from ${min} to ${max}`,
      `Write the number alone, as in ${name}: ${example}.`,
    );
    return min;
  }

  /** A whole number between two bounds, as `number` gives it. */
  whole(name: string, min: number, max: number, wanted: string): number {
    const value = this.number(name, min, max, wanted);
    if (Number.isInteger(value)) return value;
    const example = `Write it as in ${name}: ${Math.round(value)}.`;
    this.wrong(name, this.at(name), `a whole number from ${min} to ${max}`, example);
    return min;
  }

  /** True or false; null where it is something else, which has then been reported. */
  truth(name: string): boolean | null {
    const entry = this.entry(name, "true or false");
    if (!entry) return null;
    const { value } = entry;
    if (value.kind === "scalar" && typeof value.value === "boolean") return value.value;
    return this.wrong(name, value.at, "true or false", `Write it as in ${name}: true.`);
  }

  oneOf<const Option extends string>(name: string, options: readonly Option[]): Option | null {
    const entry = this.entry(name, `one of ${options.join(", ")}`);
    if (!entry) return null;
    const { value } = entry;
    const found = options.find((option) => value.kind === "scalar" && value.value === option);
    if (found !== undefined) return found;
    if (value.kind !== "scalar") {
      const example = `Write it as in ${name}: ${options[0] ?? "…"}.`;
      return this.wrong(name, value.at, `one of ${options.join(", ")}`, example);
    }
    const written = value.text;
    this.reporter.report(
      "field/wrong-kind",
      value.at,
      `\`${name}\` cannot be ${quoted(written)}.`,
      suggestName(written, options, `values of \`${name}\``),
    );
    return null;
  }

  /** Whether a list stands here, and nothing in it. */
  isEmptyList(name: string): boolean {
    const value = this.entries.get(name)?.value;
    return value?.kind === "list" && value.items.length === 0;
  }

  /** A sentence about a list that holds nothing. */
  private refuseEmpty(name: string, wanted: string, orElse = ""): void {
    if (!this.isEmptyList(name)) return;
    this.reporter.report(
      "field/missing",
      this.at(name),
      `\`${name}\` lists nothing: it should hold ${wanted}.`,
      `Put at least one into it${orElse}.`,
    );
  }

  /** Texts of the form `name = value`, which are easily taken for facts of their own, and may be left out. */
  pairs(name: string, wanted: string): readonly PlacedText[] {
    const value = this.entries.get(name)?.value;
    const items = value?.kind === "list" ? value.items : value ? [value] : [];
    const [first] = items.flatMap((item) => (item.kind === "map" ? [item] : []));
    if (!first) {
      this.refuseEmpty(name, wanted, ", or leave it out");
      return this.texts(name, wanted, true);
    }
    const meant = [...first.entries].map(([own, { value: said }]) =>
      said.kind === "scalar" ? `${own} = ${said.text}` : `${own} = …`,
    );
    const example = `Write it as in ${name}: [${meant.join(", ")}].`;
    this.wrong(name, first.at, "a list in square brackets, with equals signs", example);
    return [];
  }

  /**
   * A list of texts, as `[a, b]` or one to a line; empty where it is missing, which has then been reported, as has
   * one that holds nothing unless it `mayBeEmpty`.
   */
  texts(name: string, wanted: string, mayBeEmpty = false): readonly PlacedText[] {
    const entry = this.entry(name, wanted);
    if (!entry) return [];
    if (!mayBeEmpty) this.refuseEmpty(name, wanted);
    const { value } = entry;
    const items = value.kind === "list" ? value.items : [value];
    const isUnbracketed =
      value.kind === "scalar" && /^[\w-]+(?:\s*[,;]\s*[\w-]+)+$/.test(value.text.trim());
    if (isUnbracketed) {
      const parts = value.text.trim().split(/\s*[,;]\s*/);
      this.wrong(
        name,
        value.at,
        "a list in square brackets",
        `Write it as in ${name}: [${parts.join(", ")}].`,
      );
      return parts.map((text) => ({ text, at: value.at }));
    }
    return items.flatMap((item) => {
      if (item.kind === "scalar" && item.value !== null && item.text.trim() !== "") {
        return [{ text: item.text.trim(), at: item.at }];
      }
      this.wrong(
        name,
        item.at,
        "a list of texts",
        `Write it as in ${name}: [one, two], and put a text with a colon in it in quotation marks.`,
      );
      return [];
    });
  }

  /** A nested list of facts; null where it is absent. */
  nested(name: string, known: readonly string[]): Fields | null {
    const value = this.entries.get(name)?.value;
    if (!value || this.emptied.has(name)) return null;
    if (value.kind === "map" && (value.entries.size > 0 || value.isPartial)) {
      return new Fields(value, this.reporter, known);
    }
    return this.wrong(
      name,
      value.at,
      "a few facts in curly brackets",
      `Write it as in ${name}: { ${known.map((field) => `${field}: …`).join(", ")} }, or leave it out.`,
    );
  }

  /** A list of such lists of facts; `holders` as for these. */
  records(
    name: string,
    known: readonly string[],
    wanted: string,
    holders: Readonly<Record<string, readonly string[]>> = {},
  ): readonly Fields[] {
    const example = `Begin each with a line \`- ${known[0] ?? "name"}: …\`.`;
    const entry = this.entry(name, wanted, example);
    if (!entry) return [];
    this.refuseEmpty(name, wanted);
    const items: readonly YamlValue[] =
      entry.value.kind === "list" ? entry.value.items : [entry.value];
    return items.flatMap((item) => {
      if (item.kind === "map") return [new Fields(item, this.reporter, known, holders)];
      this.wrong(name, item.at, "a list of facts", example);
      return [];
    });
  }

  /** Where this list of facts begins. */
  get start(): Position {
    return this.map.at;
  }
}
