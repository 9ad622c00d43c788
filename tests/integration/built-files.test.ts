import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import express from "express";
import { afterEach, beforeEach, expect, test } from "vitest";
import { builtFiles } from "~/server/http/built-files.server";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rapport-built-"));
  mkdirSync(join(folder, "assets"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function serving(ask: (address: string) => Promise<void>): Promise<void> {
  const server = express().use(builtFiles(folder, false)).listen(0, "127.0.0.1");
  await once(server, "listening");
  try {
    await ask(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}`);
  } finally {
    server.close();
    await once(server, "close");
  }
}

test("a built file that went away under the server costs one response, and not the server", async () => {
  for (const name of ["gone", "there"]) {
    writeFileSync(join(folder, `assets/${name}.css`), "a { color: red }");
  }
  await serving(async (address) => {
    rmSync(join(folder, "assets/gone.css"));
    const gone = fetch(`${address}/assets/gone.css`).then((answer) => answer.text());
    await expect(gone).rejects.toThrow();
    const answer = await fetch(`${address}/assets/there.css`);
    expect(await answer.text()).toBe("a { color: red }");
    expect(answer.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  });
});

test("a file with its hash in its name says no age; one that may change under its name does", async () => {
  writeFileSync(join(folder, "assets/app-1a2b.css"), "a { color: red }");
  writeFileSync(join(folder, "icon.svg"), "<svg/>");
  await serving(async (address) => {
    const hashed = await fetch(`${address}/assets/app-1a2b.css`);
    expect(hashed.status).toBe(200);
    expect(hashed.headers.get("content-type")).toBe("text/css");
    expect(hashed.headers.get("last-modified")).toBeNull();
    const named = await fetch(`${address}/icon.svg`);
    expect(named.headers.get("last-modified")).not.toBeNull();
  });
});
