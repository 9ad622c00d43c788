/** What somebody signs in with, in words that they know: "Firefox on Windows". */
import { BROWSER_MAP, OS_MAP, parse } from "bowser";

/** Longer headers are nobody's browser. */
const longest = 1000;

const browsers: ReadonlySet<string> = new Set(Object.values(BROWSER_MAP));
const systems: ReadonlySet<string> = new Set(Object.values(OS_MAP));

/** As people call them, where the parser's own word is another. */
const called: Readonly<Record<string, string>> = {
  "Samsung Internet for Android": "Samsung Internet",
  "Chrome OS": "a Chromebook",
  macOS: "a Mac",
  iOS: "an iPhone or iPad",
};

/** One of a closed list, so that nothing of the header itself is ever kept. */
function known(list: ReadonlySet<string>, name: string | undefined): string | null {
  if (name === undefined || !list.has(name)) return null;
  return called[name] ?? name;
}

/** Null where neither browser nor system is one that we know. Versions say too much, and nothing to a person. */
export function deviceLabel(userAgent: string | null): string | null {
  if (userAgent === null || userAgent.trim() === "" || userAgent.length > longest) return null;
  const found = parse(userAgent);
  const browser = known(browsers, found.browser.name);
  const system = known(systems, found.os.name);
  if (browser === null || system === null) return browser ?? system;
  return `${browser} on ${system}`;
}
