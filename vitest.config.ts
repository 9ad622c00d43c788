import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const alias = {
  "~": fileURLToPath(new URL("./app", import.meta.url)),
  tests: fileURLToPath(new URL("./tests", import.meta.url)),
};

/** Two kinds of test: beside a module (pure, quick) and under `tests/` (crosses a boundary). */
export default defineConfig({
  resolve: { alias },
  test: {
    maxWorkers: 2,
    projects: [
      {
        resolve: { alias },
        test: { name: "unit", include: ["app/**/*.test.{ts,tsx}"], testTimeout: 60_000 },
      },
      {
        resolve: { alias },
        test: {
          name: "boundary",
          include: ["tests/{integration,content,architecture}/**/*.test.{ts,tsx}"],
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
