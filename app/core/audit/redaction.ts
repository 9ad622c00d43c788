/**
 * Taking a person out of what the audit tells. Entries stay, with who did what and when; what they
 * tell of the person by name, by e-mail address or in somebody's words is replaced by one word.
 */

const redactedWord = "[erased]";

/** Fields whose text names a person or is somebody's own, whatever it says. */
const personalFields: ReadonlySet<string> = new Set([
  "name",
  "email",
  "reason",
  "note",
  "comment",
  "text",
  "words",
]);

const special = /[.*+?^${}()|[\]\\/]/g;

/** Finds any of the names as whole words, in upper or lower case; null where there are none. */
function anyOf(names: readonly string[]): RegExp | null {
  const wanted = names.map((name) => name.trim()).filter((name) => name !== "");
  if (wanted.length === 0) return null;
  const longestFirst = wanted.sort((one, other) => other.length - one.length);
  const words = longestFirst.map((name) => name.replace(special, "\\$&")).join("|");
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, "giu");
}

interface Redaction {
  /** Every name and e-mail address that the person ever had. */
  readonly names: readonly string[];
  /** The entry is about the person: fields that hold somebody's words go whole. */
  readonly about: boolean;
}

export function redacted(detail: unknown, { names, about }: Redaction): unknown {
  const pattern = anyOf(names);
  const walk = (value: unknown, whole: boolean): unknown => {
    if (typeof value === "string") {
      if (whole) return redactedWord;
      return pattern === null ? value : value.replace(pattern, redactedWord);
    }
    if (Array.isArray(value)) return value.map((item) => walk(item, whole));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [
        key,
        walk(inner, whole || (about && personalFields.has(key))),
      ]),
    );
  };
  return walk(detail, false);
}

function strings(value: unknown): string[] {
  if (typeof value === "string") return value === redactedWord ? [] : [value];
  return Array.isArray(value) ? value.flatMap(strings) : [];
}

/** Every name and e-mail address that entries about a person tell they had. */
export function namesTold(detail: unknown): string[] {
  if (typeof detail !== "object" || detail === null) return [];
  return Object.entries(detail).flatMap(([key, inner]) =>
    key === "name" || key === "email" ? strings(inner) : namesTold(inner),
  );
}
