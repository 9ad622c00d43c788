import { fileURLToPath } from "node:url";
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";
import remixConfig from "./remix.config.js";

export default defineConfig({
  plugins: [tailwindcss(), process.env["VITEST"] === undefined ? remix(remixConfig) : []],
  resolve: { alias: { "~": fileURLToPath(new URL("./app", import.meta.url)) } },
  build: { target: "es2022", assetsInlineLimit: 0, reportCompressedSize: false },
  server: { watch: { ignored: ["**/data/**", "**/content/**", "**/build/**"] } },
});
