import { posix } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { sourceFiles } from "./source-files";

/** Forms need them; the pages that a learner reads and plays on do not, and load without them. */
const heavy = /^(zod|@conform-to\/)/;
const light = [
  "app/root.tsx",
  "app/entry.client.tsx",
  "app/routes/_index.tsx",
  "app/routes/courses._index.tsx",
  "app/routes/courses.$course._index.tsx",
  "app/routes/courses.$course.$lesson.tsx",
  "app/routes/scenarios._index.tsx",
  "app/routes/scenarios.$slug.tsx",
  "app/routes/attempts.$id.tsx",
  "app/routes/me.tsx",
];

const files = new Map(sourceFiles().map(({ path, text }) => [path, text]));

/** What a module imports that is still there when its types are gone. */
function importsAtRun(text: string): string[] {
  const source = ts.createSourceFile("module.tsx", text, ts.ScriptTarget.ES2023);
  return source.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) {
      return [];
    }
    const clause = statement.importClause;
    const named = clause?.namedBindings;
    const onlyTypes =
      clause?.phaseModifier === ts.SyntaxKind.TypeKeyword ||
      (clause !== undefined &&
        clause.name === undefined &&
        named !== undefined &&
        ts.isNamedImports(named) &&
        named.elements.every(({ isTypeOnly }) => isTypeOnly));
    return onlyTypes ? [] : [statement.moduleSpecifier.text];
  });
}

function fileOf(from: string, specifier: string): string | null {
  const base = specifier.startsWith("~/")
    ? `app/${specifier.slice(2)}`
    : specifier.startsWith(".")
      ? posix.join(posix.dirname(from), specifier)
      : null;
  if (base === null || base.endsWith(".server")) return null;
  return [`${base}.ts`, `${base}.tsx`].find((path) => files.has(path)) ?? null;
}

/** The ways from a page to a heavy package, each as the modules on it. */
function heavyWays(page: string): string[] {
  const seen = new Set<string>();
  const walk = (path: string, way: string): string[] => {
    if (seen.has(path)) return [];
    seen.add(path);
    return importsAtRun(files.get(path) ?? "").flatMap((specifier) => {
      if (heavy.test(specifier)) return [`${way} → ${specifier}`];
      const next = fileOf(path, specifier);
      return next === null ? [] : walk(next, `${way} → ${next}`);
    });
  };
  return walk(page, page);
}

test.each(light)("%s loads in the browser without zod and Conform", (page) => {
  expect(files.has(page)).toBe(true);
  expect(heavyWays(page)).toEqual([]);
});

test("it would see them: the sign-in page has both", () => {
  expect(heavyWays("app/routes/login.tsx").join("\n")).toMatch(/@conform-to[^]*zod/);
});
