import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createElement, type ComponentType } from "react";
import { renderToString } from "react-dom/server";
import { stop as stopEsbuild } from "esbuild";
import { expect, onTestFinished, test, vi } from "vitest";
import { Compiler, moduleHash } from "~/server/content/compile.server";

vi.mock(import("esbuild"), async (original) => {
  const esbuild = await original();
  return { ...esbuild, stop: vi.fn(esbuild.stop) };
});

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "rapport-modules-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, "lesson-modules");
}

const body = '\n## Say it back\n\n<Check id="first" />\n';
const components = {
  Check: (({ id }: { id: string }) => createElement("i", null, id)) as ComponentType<never>,
};

test("a body is compiled once, by whoever asks first", async () => {
  const compiler = new Compiler(aFolder());
  const [one, other] = await Promise.all([compiler.compile(body), compiler.compile(body)]);
  expect(other).toBe(one);
  expect(compiler.compilations).toBe(1);
  expect(one.hash).toBe(moduleHash(body));
});

test("the next process finds on disk what the last one compiled", async () => {
  const folder = aFolder();
  const first = await new Compiler(folder).compile(body);
  const next = new Compiler(folder);
  expect((await next.compile(body)).text).toBe(first.text);
  expect(next.compilations).toBe(0);
  expect((await next.find(first.hash))?.text).toBe(first.text);
  expect(await next.find("0".repeat(64))).toBeNull();
});

test("a module that is not in use any more is read and compressed once for whoever still asks", async () => {
  const folder = aFolder();
  const { hash } = await new Compiler(folder).compile(body);
  const compiler = new Compiler(folder);
  const [one, other] = await Promise.all([compiler.find(hash), compiler.find(hash)]);
  expect(other).toBe(one);
  expect(await compiler.find(hash)).toBe(one);
  expect(await (await compiler.find(hash))?.brotli()).toBe(await one?.brotli());
});

test("what the build left ready is not compiled again, and not written to", async () => {
  const [folder, ready] = [aFolder(), aFolder()];
  await new Compiler(ready).compile(body);
  const compiler = new Compiler(folder, ready);
  await compiler.compile(body);
  await compiler.compile(`${body}\nMore.\n`);
  expect(compiler.compilations).toBe(1);
  expect([readdirSync(folder), readdirSync(ready)].map(({ length }) => length)).toEqual([1, 1]);
});

test("a damaged file on disk is compiled again", async () => {
  const folder = aFolder();
  const { text } = await new Compiler(folder).compile(body);
  const [file = ""] = readdirSync(folder);
  writeFileSync(join(folder, file), "export default () => alert(1)");
  const next = new Compiler(folder);
  expect((await next.compile(body)).text).toBe(text);
  expect(next.compilations).toBe(1);
});

test("a folder that cannot be written costs nothing but the next start", async () => {
  const folder = aFolder();
  writeFileSync(folder, "in the way");
  expect((await new Compiler(folder).compile(body)).text).toContain("Say it back");
});

test("the component renders on the server with the components that it is given", async () => {
  const { component } = await new Compiler(null).compile(body);
  const html = renderToString(createElement(component, { components }));
  expect(html).toBe("<h2>Say it back</h2>\n<i>first</i>");
});

test("a word like e-mail is held together in a lesson, wherever it stands, and keeps its own hyphen", async () => {
  const text = "An e-mail, *an E-mail* and `an e-mail`.\n\n<Said>By e-mail</Said>\n";
  const { component } = await new Compiler(null).compile(text);
  const html = renderToString(
    createElement(component, {
      components: { Said: "q" as unknown as ComponentType<never> },
    }),
  );
  const whole = (word: string) => `<span class="whitespace-nowrap">${word}</span>`;
  expect(html).toBe(
    `<p>An ${whole("e-mail")}, <em>an ${whole("E-mail")}</em> and <code>an e-mail</code>.</p>\n` +
      `<q>By ${whole("e-mail")}</q>`,
  );
});

test("the browser's module imports nothing and evaluates no string", async () => {
  const { text } = await new Compiler(null).compile(body);
  expect(text).toMatch(/^export default function\(_jsx_runtime\)/);
  expect(text).not.toMatch(/\bimport\s*[({"']|\beval\b|\bFunction\b/);
});

test("text that looks like facts that run is text", async () => {
  const hostile = '---js\n{ title: globalThis["stolen"] = true }\n---\n'.replace(/[{}]/g, "");
  const { component } = await new Compiler(null).compile(hostile);
  expect(renderToString(createElement(component))).toContain("stolen");
  expect(Object.hasOwn(globalThis, "stolen")).toBe(false);
});

test("esbuild rests once nobody has compiled for a while, and not while another compiler is at it", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
  const another = new Compiler(null);
  await new Compiler(null).compile(body);
  vi.mocked(stopEsbuild).mockClear();
  const compiling = another.compile(`${body}\nAnd once more.\n`);
  while (another.compilations === 0) await new Promise(setImmediate);
  vi.advanceTimersByTime(60_000);
  expect(stopEsbuild).not.toHaveBeenCalled();
  expect((await compiling).text).toContain("once more");
  vi.advanceTimersByTime(60_000);
  expect(stopEsbuild).toHaveBeenCalledOnce();
});
