/** Slips of layout: how far a line is set in, and the hyphens of lists. */
import { isFact, isItem, type FactsLine } from "./facts-lines";
import { shown, type Edit, type Suspicion } from "./suspicion";

const setIn = ({ start, at }: FactsLine, depth: number): Edit => ({
  from: start,
  to: at,
  by: " ".repeat(depth),
});

export const withTab: Suspicion = (line, { yaml, before, depths }) => {
  const tab = /^ *\t/.exec(yaml.slice(line.start, line.at));
  if (!tab) return null;
  return {
    at: line.start + tab[0].length - 1,
    message: "This line is set in with a tab.",
    fix: "Begin it at the very left, or set it in with spaces.",
    mends: [0, ...depths, (before?.indent ?? 0) + 2].map((depth) => setIn(line, depth)),
  };
};

export const withUnseenSpace: Suspicion = (line, { yaml }) => {
  const odd = /^[ \t]*[^\S \t]/.exec(yaml.slice(line.start, line.at));
  if (!odd) return null;
  return {
    at: line.start + odd[0].length - 1,
    message: "This line is set in with a character that only looks like a space.",
    fix: "Take it out, and set the line in with spaces.",
    mends: [setIn(line, line.indent)],
  };
};

export const textOfFile: Suspicion = (line, { yaml, textFrom }) => {
  if (!/^(?:<|\*\*|##)/.test(line.bare)) return null;
  const cut = (from: number): Edit => ({ from, to: yaml.length, by: "" });
  return {
    at: line.at,
    message: "Here the text of the file seems to begin, and the facts have not ended yet.",
    fix: "Put a line `---` after the last fact.",
    mends: [cut(line.start), cut(textFrom ?? line.start)],
  };
};

export const setInFurther: Suspicion = (line, { before }) => {
  if (!before || !isFact.test(line.bare) || before.bare.endsWith(":")) return null;
  const depth = before.indent + (before.itemAt - before.at);
  if (line.indent <= depth) return null;
  return {
    at: line.at,
    message: "This line is set in further than the one before it, as if it belonged to that.",
    fix: depth === 0 ? "Begin it at the very left." : "Set it in as far as the line before it.",
    mends: [setIn(line, depth)],
  };
};

export const withoutHyphen: Suspicion = (line, { items, after }) => {
  const isBeside =
    items.includes(line.indent) ||
    (after && isItem.test(after.bare) && after.indent === line.indent);
  if (!isBeside || line.bare.startsWith("-")) return null;
  return {
    at: line.at,
    message:
      "Before this a hyphen is missing, which begins each part of the list that it stands in.",
    fix: `Write it as in - ${shown(line.bare)}.`,
    mends: [{ from: line.at, to: line.at, by: "- " }],
  };
};

export const hyphenAlone: Suspicion = ({ at, bare }) => {
  if (!/^-[^\s-]/.test(bare)) return null;
  return {
    at,
    message: "After the hyphen a space is missing.",
    fix: `Write it as in - ${shown(bare.slice(1))}.`,
    mends: [{ from: at + 1, to: at + 1, by: " " }],
  };
};

/** A line that is set in less than the one before it, and not as far as any that it could stand beside. */
export const betweenLines: Suspicion = (line, { before, depths }) => {
  const { indent } = line;
  if (!before || indent >= before.indent || depths.includes(indent)) return null;
  const [nearest = 0] = [...depths].sort(
    (left, right) => Math.abs(left - indent) - Math.abs(right - indent) || right - left,
  );
  return {
    at: line.at,
    message: "This line is set in as far as none above it, so that it belongs nowhere.",
    fix:
      nearest === 0
        ? "Begin it at the very left."
        : `Set it in by ${nearest} ${nearest === 1 ? "space" : "spaces"}.`,
    mends: [setIn(line, nearest)],
  };
};
