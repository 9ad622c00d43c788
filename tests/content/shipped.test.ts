import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { checkContent } from "~/cli/content/check";
import { loadLibrary } from "~/cli/content/load-library";
import { placeOfFile } from "~/language/place";

const content = fileURLToPath(new URL("../../content", import.meta.url));
const loaded = await loadLibrary(content);

for (const { file } of loaded.sources.filter((source) => placeOfFile(source.file))) {
  test(`${file} has no errors`, () => {
    const errors = loaded.diagnostics.filter(
      (diagnostic) => diagnostic.file === file && diagnostic.severity === "error",
    );
    expect(errors).toEqual([]);
  });
}

test("every shipped file that is content became a definition", () => {
  const { library, sources } = loaded;
  const kinds = sources.map((source) => placeOfFile(source.file)?.kind);
  const count = (kind: string) => kinds.filter((found) => found === kind).length;
  expect(library.scenarios).toHaveLength(count("scenario"));
  expect(library.lessons).toHaveLength(count("lesson"));
  expect(library.courses).toHaveLength(count("course"));
  expect(library.paths).toHaveLength(count("path"));
});

test("what a lesson compiles holds no question, option or feedback", () => {
  for (const { definition, body } of loaded.library.lessons) {
    expect(body).not.toMatch(/<Option|<Feedback/);
    for (const check of definition.checks) {
      expect(body).toContain(`<Check id="${check.id}" />`);
    }
  }
});

test("content check speaks JSON as the contract says", async () => {
  const { output, status } = await checkContent(content, true);
  const report = JSON.parse(output) as Record<string, unknown>;
  expect(Object.keys(report)).toEqual(["files", "errors", "warnings", "diagnostics", "quality"]);
  expect(report.errors).toBe(0);
  expect(status).toBe(0);
});
