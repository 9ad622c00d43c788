/** Slips of signs: colons, brackets and quotation marks. */
import { nearestName } from "../suggestion";
import { isFact } from "./facts-lines";
import { closingSign } from "./open-signs";
import { shown, type Edit, type Suspicion } from "./suspicion";

export const withoutColon: Suspicion = ({ at, itemAt, bare }, { known }) => {
  const item = bare.slice(itemAt - at);
  const [, name = "", gap = "", rest = ""] =
    /^([A-Za-z][\w-]*)(\s*[=:：]?\s*)(.*)$/.exec(item) ?? [];
  if (name === "" || rest === "" || isFact.test(item)) return null;
  // A part of a list may well be words that begin like a fact, as in `listening = 2 of 2`.
  const isPart = itemAt > at;
  const isKnown = known.includes(name) || (!isPart && nearestName(name, known) !== null);
  if (!isKnown && (isPart || !/[=:：]/.test(gap))) return null;
  const gapAt = itemAt + name.length;
  const fix = `Write it as in ${name}: ${shown(rest)}.`;
  const mends = [{ from: gapAt, to: gapAt + gap.length, by: ": " }];
  if (gap === ":") {
    return { at: gapAt, message: `After \`${name}:\` a space is missing.`, fix, mends };
  }
  if (gap.startsWith(":")) {
    return {
      at: gapAt + 1,
      message: `After \`${name}:\` stands a character that only looks like a space.`,
      fix: `Type the space again: ${name}: ${shown(rest)}.`,
      mends,
    };
  }
  if (gap.includes("：")) {
    return { at: gapAt, message: "This colon is one of another alphabet.", fix, mends };
  }
  if (gap.includes("=")) {
    const message = `After \`${name}\` should come a colon, not an equals sign.`;
    return { at: gapAt, message, fix, mends };
  }
  if (gap.includes(":")) return null;
  return { at: gapAt, message: `After \`${name}\` a colon is missing.`, fix, mends };
};

export const neverClosed: Suspicion = (line) => {
  const { open = [], strayAt = null, end = 0 } = line.signs ?? {};
  const innermost = open.at(-1);
  const closers = open.map(({ sign }) => closingSign[sign] ?? "").reverse();
  const [closer] = closers;
  if (!innermost || closer === undefined) return null;
  const { at, sign } = innermost;
  const lineEnd = line.at + line.bare.length;
  const insert = (place: number, by: string): Edit => ({ from: place, to: place, by });
  const isQuote = sign === closer;
  // A quotation mark was meant before the brackets that stand behind its text.
  const brackets = /[\]}\s,]*$/.exec(line.bare)?.[0].length ?? 0;
  const what = isQuote ? "quotation mark" : sign === "[" ? "square bracket" : "curly bracket";
  return {
    at,
    message: `This ${what} is never closed.`,
    fix: `Add a ${closer} where it ends.`,
    mends: [
      insert(lineEnd, closers.join("")),
      insert(end, closers.join("")),
      ...(isQuote ? [insert(lineEnd - brackets, closer)] : []),
      ...(strayAt === null ? [] : [insert(strayAt, closer)]),
    ],
  };
};

export const neverOpened: Suspicion = ({ at, itemAt, bare, value, valueAt, signs }) => {
  const closer = /[\]}]$/.exec(bare)?.[0];
  const opener = closer === "]" ? "[" : "{";
  if (closer === undefined || signs || bare.includes(opener)) return null;
  const places = value === null ? [itemAt] : [itemAt, valueAt];
  return {
    at: at + bare.length - 1,
    message: `This ${closer === "]" ? "square" : "curly"} bracket closes what nothing opens.`,
    fix: `Add a ${opener} where it begins, or take the ${closer} out.`,
    mends: places.map((place) => ({ from: place, to: place, by: opener })),
  };
};

export const moreBehindQuotes: Suspicion = ({ value, valueAt }) => {
  const more = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*[^\s,]/.exec(value ?? "");
  if (value === null || !more) return null;
  const apostrophe = /^'([^"]*)'$/.exec(value)?.[1];
  return {
    at: valueAt + more[0].length - 1,
    message: "After a text in quotation marks comes more text.",
    fix:
      apostrophe === undefined
        ? "Put the whole of it between quotation marks, and write those inside it as “ and ”."
        : `Double quotation marks may have an apostrophe between them: "${shown(apostrophe)}".`,
    mends: [{ from: valueAt, to: valueAt + value.length, by: JSON.stringify(value) }],
  };
};

export const colonInText: Suspicion = ({ value, valueAt }) => {
  if (value === null || !/^[^"'[{|>#&*!]\S*.*:(?:\s|$)/.test(value)) return null;
  return {
    at: valueAt,
    message: "A text with a colon in it needs quotation marks around it.",
    fix: `Write it as "${shown(value.replace(/"/g, "”"))}".`,
    mends: [{ from: valueAt, to: valueAt + value.length, by: JSON.stringify(value) }],
  };
};
