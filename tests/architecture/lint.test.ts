import { ESLint } from "eslint";
import { expect, test } from "vitest";

const eslint = new ESLint();

async function rulesFor(path: string): Promise<Record<string, unknown>> {
  const config = (await eslint.calculateConfigForFile(path)) as { rules: Record<string, unknown> };
  return config.rules;
}

test("lint keeps each folder's imports and says where the code belongs", async () => {
  for (const path of [
    "app/core/x.ts",
    "app/language/x.ts",
    "app/server/x.server.ts",
    "app/components/x.tsx",
    "app/routes/x.tsx",
  ]) {
    const [severity, options] = (await rulesFor(path))["no-restricted-imports"] as [
      number,
      { patterns: { message: string }[] },
    ];
    expect(severity).toBe(2);
    expect(options.patterns.every(({ message }) => message.length > 20)).toBe(true);
  }
});

test("lint refuses what types cannot check", async () => {
  const rules = await rulesFor("app/server/x.server.ts");
  for (const rule of ["no-explicit-any", "no-floating-promises", "switch-exhaustiveness-check"]) {
    expect((rules[`@typescript-eslint/${rule}`] as number[])[0]).toBe(2);
  }
});
