/**
 * The import sentence as a function: routes → {server, components} → language → core.
 * It is a function over sources, so that a test can show that it finds a breach.
 */
import { posix } from "node:path";
import ts from "typescript";
import type { SourceFile } from "tests/architecture/source-files";

/** What each folder of `app/` may import: folders of `app/`, and packages. */
interface Allowance {
  readonly app: readonly string[];
  /** Packages; `"any"` where all are fine. */
  readonly packages: readonly string[] | "any";
}

const unifiedParsers = [
  "unified",
  "remark-parse",
  "remark-mdx",
  "remark-frontmatter",
  "yaml",
  "vfile",
  "vfile-message",
  "mdast",
  "mdast-util-from-markdown",
  "mdast-util-mdx",
  "mdast-util-mdx-jsx",
  "micromark-extension-mdx-expression",
  "micromark-extension-mdx-jsx",
  "micromark-extension-mdx-md",
  "micromark-extension-mdxjs",
  "unist",
];

export const sentence: Readonly<Record<string, Allowance>> = {
  core: { app: ["core"], packages: ["xstate", "zod"] },
  language: { app: ["language", "core"], packages: [...unifiedParsers, "zod"] },
  server: { app: ["server", "language", "core", "paths"], packages: "any" },
  components: {
    app: ["components", "core", "paths"],
    packages: [
      "react",
      "react-dom",
      "@remix-run/react",
      "@conform-to/react",
      "@conform-to/zod",
      "@xstate/react",
      "xstate",
      "zod",
    ],
  },
  routes: { app: ["server", "components", "core", "paths", "styles"], packages: "any" },
  cli: { app: ["cli", "server", "language", "core", "paths"], packages: "any" },
  paths: { app: ["paths"], packages: [] },
};

/** The folder of `app/` that a file belongs to; files directly in `app/` count by their name. */
function layerOf(path: string): string {
  const [, first = ""] = path.split("/");
  return first.replace(/\.(ts|tsx)$/, "");
}

function importsOf(file: SourceFile): string[] {
  return ts.preProcessFile(file.text, true, true).importedFiles.map(({ fileName }) => fileName);
}

function packageOf(specifier: string): string {
  const parts = specifier.split("/");
  return specifier.startsWith("@") ? parts.slice(0, 2).join("/") : (parts[0] ?? specifier);
}

function breach(file: SourceFile, specifier: string): string | null {
  const layer = layerOf(file.path);
  const allowed = sentence[layer];
  if (allowed === undefined) return null;
  const inApp = specifier.startsWith("~/")
    ? `app/${specifier.slice(2)}`
    : specifier.startsWith(".")
      ? posix.join(posix.dirname(file.path), specifier)
      : null;
  if (inApp !== null) {
    const target = layerOf(inApp);
    return allowed.app.includes(target) ? null : `${file.path} imports ${target} (${specifier})`;
  }
  if (allowed.packages === "any" || allowed.packages.includes(packageOf(specifier))) return null;
  return `${file.path} imports the package ${specifier}`;
}

/** Each import that the sentence does not allow, in words. */
export function importBreaches(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path }) => !/\.test\.tsx?$/.test(path))
    .flatMap((file) => importsOf(file).map((specifier) => breach(file, specifier)))
    .filter((found): found is string => found !== null);
}

/** Files that import each other, directly or by way of others: each circle once, its files in order. */
export function importCircles(files: readonly SourceFile[]): string[][] {
  const paths = new Set(files.map(({ path }) => path));
  const found = (specifier: string, from: string): string | undefined => {
    const target = specifier.startsWith("~/")
      ? `app/${specifier.slice(2)}`
      : posix.join(posix.dirname(from), specifier);
    return ["", ".ts", ".tsx"].map((ending) => target + ending).find((path) => paths.has(path));
  };
  const imports = new Map(
    files.map((file) => [
      file.path,
      importsOf(file)
        .filter((specifier) => /^(?:~\/|\.)/.test(specifier))
        .flatMap((specifier) => found(specifier, file.path) ?? []),
    ]),
  );
  const reached = (from: string): ReadonlySet<string> => {
    const seen = new Set<string>();
    const waiting = [...(imports.get(from) ?? [])];
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      if (seen.has(path)) continue;
      seen.add(path);
      waiting.push(...(imports.get(path) ?? []));
    }
    return seen;
  };
  const reach = new Map([...paths].map((path) => [path, reached(path)]));
  const circles = [...paths].flatMap((path) => {
    const ahead = [...(reach.get(path) ?? [])];
    const circle = ahead.filter((other) => reach.get(other)?.has(path) === true).sort();
    return circle.length > 0 && circle[0] === path ? [circle] : [];
  });
  return circles;
}
