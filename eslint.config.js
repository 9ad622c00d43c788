import js from "@eslint/js";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

/**
 * The import sentence of docs/architecture.md, as lint:
 * routes → {server, components} → language → core.
 * Each message names the right home, so that a red squiggle teaches the layout.
 */
const ban = (group, message) => ({ group, message });
const noDeferring = {
  group: ["@remix-run/*"],
  importNames: ["defer", "Await"],
  message:
    "A loader answers with all it has: the browser's build leaves out what would wait for more (docs/decisions/036).",
};
const restricted = (...patterns) => ({
  "no-restricted-imports": ["error", { patterns: [noDeferring, ...patterns] }],
});

const noServer = ban(
  ["~/server/*", "~/server/**", "**/*.server"],
  "Server code is reached from a route's loader or action; pass the data in as props or arguments.",
);
const noComponents = ban(
  ["~/components/*", "~/components/**"],
  "Components are used by routes only; move shared rules to app/core.",
);
const noRoutes = ban(
  ["~/routes/*", "~/routes/**"],
  "Nothing imports a route; addresses come from app/paths.ts.",
);
const noCli = ban(
  ["~/cli/*", "~/cli/**"],
  "Nothing imports a command; move what is shared to app/server.",
);
const noLanguage = ban(
  ["~/language/*", "~/language/**"],
  "Core knows definitions, not text: parsing belongs in app/language.",
);
const noPrisma = ban(
  ["@prisma/*", "prisma", "~/server/generated/**"],
  "Only app/server talks to the database.",
);
const noNode = ban(
  ["node:*", "fs", "path", "crypto"],
  "No Node here: do this in app/server and pass the result in.",
);
const noReact = ban(
  ["react", "react-dom", "react-dom/*", "@remix-run/*", "@xstate/react"],
  "No framework here: React and Remix belong in app/components and app/routes.",
);

export default tseslint.config(
  {
    ignores: [
      "build/",
      "data/",
      ".cache/",
      "node_modules/",
      "app/server/generated/",
      "public/",
      "test-results/",
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    plugins: { "react-hooks": reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      "@typescript-eslint/consistent-type-imports": "error",
      // `import { type A } from "b"` still imports b: it brought server code into the browser once.
      "@typescript-eslint/no-import-type-side-effects": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // Remix throws responses: that is how a loader leaves with a redirect or a status.
      "@typescript-eslint/only-throw-error": ["error", { allow: ["Response", "TypedResponse"] }],
      // `json` is Remix's own way without single fetch, which is off (docs/decisions/003).
      "@typescript-eslint/no-deprecated": ["error", { allow: ["json"] }],
      "@typescript-eslint/no-empty-object-type": [
        "error",
        { allowInterfaces: "with-single-extends" },
      ],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/no-misused-promises": [
        "error",
        { checksVoidReturn: { attributes: false } },
      ],
      "no-console": "error",
    },
  },
  {
    files: ["**/*.js"],
    ...tseslint.configs.disableTypeChecked,
    languageOptions: { globals: { console: "readonly", process: "readonly" } },
  },
  {
    files: ["app/core/**/*.ts"],
    rules: {
      ...restricted(noServer, noComponents, noRoutes, noCli, noLanguage, noPrisma, noNode, noReact),
      "no-restricted-globals": [
        "error",
        ...[
          "setTimeout",
          "setInterval",
          "performance",
          "crypto",
          "fetch",
          "process",
          "window",
          "document",
        ].map((name) => ({
          name,
          message: "Core is pure: time, ids and the outside world come in as arguments.",
        })),
      ],
      "no-restricted-syntax": [
        "error",
        {
          selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
          message: "Core has no clock: take the instant as an argument.",
        },
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: "Core has no clock: take the instant as an argument.",
        },
        {
          selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
          message: "Core has no randomness: take the draw as an argument.",
        },
      ],
    },
  },
  {
    files: ["app/language/**/*.ts"],
    rules: restricted(noServer, noComponents, noRoutes, noCli, noPrisma, noNode, noReact),
  },
  {
    files: ["app/server/**/*.ts"],
    rules: restricted(noComponents, noRoutes, noCli),
  },
  {
    files: ["app/components/**/*.{ts,tsx}"],
    rules: restricted(noServer, noRoutes, noCli, noPrisma, noNode),
  },
  {
    files: ["app/routes/**/*.{ts,tsx}"],
    rules: restricted(noRoutes, noCli, noPrisma, noNode),
  },
  {
    files: ["app/cli/**/*.{ts,js}"],
    rules: { ...restricted(noComponents, noRoutes), "no-console": "off" },
  },
  { files: ["tests/**/*.{ts,tsx}", "bench/**/*.ts"], rules: { "no-console": "off" } },
  // Playwright insists on a destructured first argument, also where a fixture needs none.
  { files: ["tests/e2e/**/*.ts"], rules: { "no-empty-pattern": "off" } },
  {
    files: ["**/*.test.{ts,tsx}", "tests/**/*.{ts,tsx}"],
    rules: {
      "no-restricted-globals": "off",
      "no-restricted-syntax": "off",
      "no-restricted-imports": "off",
    },
  },
);
