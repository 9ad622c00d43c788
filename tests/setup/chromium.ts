/**
 * The browser for tests: the one that CHROMIUM_PATH names, Playwright's own, or Debian's. Where
 * there is none it is installed, or the run stops with a sentence that says how. Never skipped.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium, type LaunchOptions } from "@playwright/test";

const debian = ["/usr/bin/chromium", "/usr/bin/chromium-browser"];

/** Where a Chromium is; null where this machine has none. */
export function findChromium(): string | null {
  const named = process.env["CHROMIUM_PATH"];
  if (named !== undefined && named !== "") return existsSync(named) ? named : null;
  return [chromium.executablePath(), ...debian].find((path) => existsSync(path)) ?? null;
}

function attempt(command: string, args: readonly string[], seconds: number): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync(command, args, { stdio: "inherit", timeout: seconds * 1000, env }).status === 0;
}

/** Installs a Chromium if there is none; null where that could not be done. */
export function ensureChromium(): string | null {
  const found = findChromium();
  if (found !== null) return found;
  if (process.env["CHROMIUM_PATH"]) return null;
  console.log("No Chromium here yet: installing one.");
  const root = process.getuid?.() === 0;
  if (root && existsSync("/usr/bin/apt-get")) {
    attempt("apt-get", ["update", "-qq"], 300);
    attempt("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], 900);
  }
  if (findChromium() === null) attempt("npx", ["playwright", "install", "chromium"], 600);
  return findChromium();
}

export const howToInstall =
  "No Chromium could be found or installed. Install one (Debian: apt-get install chromium; " +
  "elsewhere: npx playwright install chromium) or set CHROMIUM_PATH to one that is there.";

/** Launch options that fit this machine; as root Chromium needs its sandbox off. */
export function chromiumOptions(): LaunchOptions {
  const executablePath = findChromium();
  const quiet = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--no-first-run",
  ];
  return {
    ...(executablePath === null ? {} : { executablePath }),
    args: process.getuid?.() === 0 ? ["--no-sandbox", ...quiet] : quiet,
  };
}
