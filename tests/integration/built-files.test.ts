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

test("a built file that went away under the server costs one response, and not the server", async () => {
  for (const name of ["gone", "there"]) {
    writeFileSync(join(folder, `assets/${name}.css`), "a { color: red }");
  }
  const server = express().use(builtFiles(folder, false)).listen(0, "127.0.0.1");
  await once(server, "listening");
  const assets = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/assets`;
  rmSync(join(folder, "assets/gone.css"));

  await expect(fetch(`${assets}/gone.css`).then((answer) => answer.text())).rejects.toThrow();
  const answer = await fetch(`${assets}/there.css`);
  expect(await answer.text()).toBe("a { color: red }");
  expect(answer.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");

  server.close();
  await once(server, "close");
});
