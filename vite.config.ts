import { fileURLToPath } from "node:url";
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig, type BuildOptions, type Plugin } from "vite";
import remixConfig from "./remix.config.js";

/** What every page needs, in one file: a cold page is then a handful of requests (docs/performance.md). */
const everyPage =
  /\/node_modules\/(react|react-dom|react-router|react-router-dom|scheduler|@remix-run\/(react|router))\/|\/app\/entry\.client|\/app\/components\/(shell\/(?!auth-shell|narrowing-form|older-pages|page-header|unsent-reply)|lesson\/(?!exercise-plate|told)|mdx\/(?!rarer|dialogue|order|sort|spot|transcript|wording)|course\/(lesson-ending|asked-again-notice)|scenario\/(asked|channel|turn)\.|ui\/(?!card|date-text|form-problem|progress|table|select|checkbox|empty-state|text-field))|\/app\/core\/(prose\/(?!.*\.schema)|course\/self-rating)|\/app\/paths/;

/** What a lesson has no use for and most other pages have: in one file, or each would be one of its own. */
const otherPages = /\/app\/(components\/ui\/(card|date-text|form-problem|progress)|core\/calendar)/;

function chunkOf(id: string): string | undefined {
  if (everyPage.test(id)) return "every-page";
  return otherPages.test(id) ? "other-pages" : undefined;
}

/** All that our code in the browser imports, with what their packages have in CommonJS. */
const browserPackages = [
  "@conform-to/react",
  "@conform-to/zod/v4",
  "@remix-run/react",
  "@xstate/react",
  "react",
  "react-dom",
  "react-dom/client",
  "react/jsx-dev-runtime",
  "react/jsx-runtime",
  "xstate",
  "zod",
];

type OnLog = NonNullable<BuildOptions["rollupOptions"]>["onLog"];

/** Left out of the build's output: an address without a page has no script, and where a package puts its comments is not ours. */
const onLog: OnLog = (level, log, handle) => {
  const expected =
    log.code === "EMPTY_BUNDLE" ||
    (log.code === "INVALID_ANNOTATION" && log.id?.includes("/node_modules/") === true) ||
    // What a browser loads later the server has at hand.
    (log.plugin === "vite:reporter" && log.message.includes("dynamically imported"));
  if (!expected) handle(level, log);
};

const future = { ...remixConfig.future };

/** What Remix asks of its router follows from the flags, as `RemixBrowser` hands them on. */
const settled: Readonly<Record<string, boolean | undefined>> = {
  ...future,
  v7_normalizeFormMethod: true,
  v7_fetcherPersist: future.v3_fetcherPersist,
  v7_partialHydration: true,
  v7_prependBasename: true,
  v7_relativeSplatPath: future.v3_relativeSplatPath,
  v7_skipActionErrorRevalidation: future.v3_singleFetch,
};

/**
 * What `remix.config.js` decides is settled at the build: the browser's code carries no branch for the
 * flags that are off (single fetch and its format, lazy discovery of routes).
 */
function settledFlags(): Plugin {
  return {
    name: "settled-flags",
    transform(code, id, options) {
      if (options?.ssr === true || !/\/(@remix-run|react-router(-dom)?)\//.test(id)) return null;
      const written = code
        .replace(/\b(?:[\w.]+\.)?future\.(v[37]_\w+)/g, (found, flag: string) =>
          String(settled[flag] ?? found),
        )
        // What only single fetch and lazy discovery would give the router.
        .replace(/\binit\.(dataStrategy|patchRoutesOnNavigation)\b/g, "undefined")
        .replace(/\bfogOfWar\.active\b(?! = )|window\.__remixContext\.isSpaMode\b/g, "false")
        // No loader defers (a rule of lint), and the static context is the server's.
        .replace(/\bisDeferred(?:Response|Data)\(result\)/g, "false")
        .replace(/(let activeDeferreds = )[^;]*staticContext[^;]*;/, "$1undefined;")
        .replace(/typeof document === "undefined"/g, "false");
      return { code: written, map: null };
    },
  };
}

/**
 * Remix copies a request twice for each loader, to take two parameters out of its address. One without any is
 * handed on as it is (docs/decisions/043).
 */
function uncopiedRequests(): Plugin {
  return {
    name: "uncopied-requests",
    apply: "build",
    // With what only it depends on.
    config: () => ({
      ssr: { noExternal: ["@remix-run/server-runtime", "set-cookie-parser", "turbo-stream"] },
    }),
    transform(code, id, options) {
      if (options?.ssr !== true || !id.endsWith("/@remix-run/server-runtime/dist/esm/data.js")) {
        return null;
      }
      const copies = "stripDataParam(stripIndexParam(request))";
      const written = code.replaceAll(copies, `request.url.includes("?") ? ${copies} : request`);
      return { code: written, map: null };
    },
  };
}

export default defineConfig(({ isSsrBuild = false }) => ({
  plugins: [
    tailwindcss(),
    process.env["VITEST"] === undefined
      ? [settledFlags(), uncopiedRequests(), remix(remixConfig)]
      : [],
  ],
  resolve: { alias: { "~": fileURLToPath(new URL("./app", import.meta.url)) } },
  build: {
    target: "es2022",
    // A twentieth smaller than esbuild's on the file that every page loads.
    minify: isSsrBuild ? false : "terser",
    terserOptions: { ecma: 2020, module: true, compress: { passes: 3 } },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rollupOptions: {
      onLog,
      ...(isSsrBuild ? {} : { output: { manualChunks: chunkOf } }),
    },
  },
  // In development. Left to find them by itself, Vite prepares packages of the server for the browser, too, fails
  // on one of them, and reloads every page on the way.
  optimizeDeps: { noDiscovery: true, include: [...browserPackages] },
  server: { watch: { ignored: ["**/data/**", "**/content/**", "**/build/**"] } },
}));
