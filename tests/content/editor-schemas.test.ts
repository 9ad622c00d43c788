import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { editorSchemas } from "~/language/editor-schemas";

const settings = JSON.parse(
  readFileSync(fileURLToPath(new URL("../../.vscode/settings.json", import.meta.url)), "utf8"),
) as { readonly "yaml.schemas": Readonly<Record<string, string>> };

for (const [name, schema] of Object.entries(editorSchemas)) {
  test(`what an editor knows of ${name} is what check knows`, async () => {
    const whole = { $schema: "http://json-schema.org/draft-07/schema#", ...schema };
    const text = `${JSON.stringify(whole, null, 2)}\n`;
    await expect(text).toMatchFileSnapshot(`../../.vscode/schemas/${name}.json`);
    expect(settings["yaml.schemas"]).toHaveProperty([`./.vscode/schemas/${name}.json`]);
  });
}
