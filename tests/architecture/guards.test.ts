import ts from "typescript";
import { expect, test } from "vitest";
import { sourceFiles } from "./source-files";

const makers = new Set(["guarded", "open"]);
const doors = new Set(["loader", "action"]);

function isExported(statement: ts.Statement): boolean {
  return (
    ts.canHaveModifiers(statement) &&
    ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true
  );
}

function isBuiltByGuard(value: ts.Expression | undefined): boolean {
  if (value === undefined) return false;
  // `export const action = loader;` is the same door under a second name.
  if (ts.isIdentifier(value)) return doors.has(value.text);
  return (
    ts.isCallExpression(value) &&
    ts.isIdentifier(value.expression) &&
    makers.has(value.expression.text)
  );
}

/** It names a loader or an action, or names nothing, so that one may be among it. */
function opensDoor({ exportClause }: ts.ExportDeclaration): boolean {
  if (exportClause === undefined || !ts.isNamedExports(exportClause)) return true;
  return exportClause.elements.some(({ name }) => doors.has(name.text));
}

/** Names of loaders and actions in a module that are not built by `guarded` or `open`. */
function unguarded(text: string): string[] {
  const source = ts.createSourceFile("route.tsx", text, ts.ScriptTarget.ES2023, true);
  const found: string[] = [];
  for (const statement of source.statements) {
    if (ts.isExportDeclaration(statement) && opensDoor(statement)) found.push(statement.getText());
    if (!isExported(statement)) continue;
    if (ts.isFunctionDeclaration(statement) && doors.has(statement.name?.text ?? "")) {
      found.push(statement.name?.text ?? "");
    }
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name, initializer } of statement.declarationList.declarations) {
      if (doors.has(name.getText()) && !isBuiltByGuard(initializer)) found.push(name.getText());
    }
  }
  return found;
}

const routes = sourceFiles().filter(
  ({ path }) => path.startsWith("app/routes/") || path === "app/root.tsx",
);

test("every loader and action is built by guarded() or open()", () => {
  expect(routes.length).toBeGreaterThan(20);
  const breaches = routes.flatMap(({ path, text }) =>
    unguarded(text).map((name) => `${path}: ${name}`),
  );
  expect(breaches).toEqual([]);
});

test.each([
  "export async function loader() { return null; }",
  "export const loader = async () => null;",
  "export const action = withPerson(() => null);",
  "const loader = 1; export { loader };",
  'export { action } from "./elsewhere";',
  'export { sent as action } from "./elsewhere";',
  'export * from "./elsewhere";',
])("it would see %j", (text) => expect(unguarded(text)).toHaveLength(1));

test("what the browser does with a form may come from elsewhere", () => {
  expect(unguarded('export { clientAction, shouldRevalidate } from "./elsewhere";')).toEqual([]);
});

test("the guards come from where they are kept", () => {
  const borrowed = routes.filter(({ text }) => {
    const asks = /\b(guarded|open)\(/.test(text);
    return asks && !text.includes('from "~/server/people/guard.server"');
  });
  expect(borrowed.map(({ path }) => path)).toEqual([]);
});
