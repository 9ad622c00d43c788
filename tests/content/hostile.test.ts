import { expect, test } from "vitest";
import type { Diagnostic } from "~/core/diagnostic";
import { parseLesson } from "~/language/lesson/parse-lesson";
import { parseBehaviours } from "~/language/parse-behaviours";
import { parseScenario } from "~/language/scenario/parse-scenario";
import { decodeSource, MAX_SOURCE_BYTES } from "~/language/source";

const vocabulary = [
  { tag: "listening", name: "Listening", rule: "…", signs: [], counterExamples: [] },
];
const head = "---\ntitle: T\nsummary: S\nminutes: 5\nbehaviours: [listening]\n---\n";

function lesson(text: string): readonly Diagnostic[] {
  const context = { vocabulary, scenarios: ["known"], assets: ["counter.svg"] };
  const parsed = parseLesson({ file: "courses/c/01-l/index.mdx", text }, context);
  expect(parsed.definition).toBeNull();
  expect(parsed.body).toBeNull();
  return parsed.diagnostics;
}

function scenario(text: string): readonly Diagnostic[] {
  const parsed = parseScenario({ file: "scenarios/s/index.mdx", text }, { vocabulary });
  expect(parsed.definition).toBeNull();
  return parsed.diagnostics;
}

/** name → text, and `rule line:column` of the refusal that it must meet, as a lesson and as a scenario. */
const refused: Readonly<Record<string, readonly [text: string, refusal: string]>> = {
  "JavaScript as facts": ["---js\n{ title: process.exit() }\n---\n", "frontmatter/format 1:1"],
  "JavaScript as facts, spaced": ["--- js\n{}\n---\n", "frontmatter/format 1:1"],
  "TOML as facts": ["+++\ntitle = 1\n+++\n", "frontmatter/format 1:1"],
  "JSON as facts": [";;;\n{}\n;;;\n", "frontmatter/format 1:1"],
  "no facts": ["Hello\n", "frontmatter/missing 1:1"],
  "facts without an end": ["---\ntitle: T\n", "frontmatter/unclosed 1:1"],
  "second facts after the first": [`${head}---js\n{require("fs")}\n---\n`, "mdx/expression 8:1"],
  "a YAML alias bomb": ["---\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n---\n", "yaml/alias 2:7"],
  "a YAML tag": ["---\ntitle: !!js/function 'x'\n---\n", "yaml/tag 2:8"],
  "a YAML set of its own": ["---\ntitle: !evil x\n---\n", "yaml/tag 2:8"],
  "a merge key": ["---\n<<: {a: b}\ntitle: T\n---\n", "yaml/alias 2:1"],
  "a prototype key": ["---\n__proto__: {admin: true}\n---\n", "field/reserved 2:1"],
  "a constructor key": ["---\nconstructor: {prototype: 1}\n---\n", "field/reserved 2:1"],
  "the same fact twice": ["---\ntitle: A\ntitle: B\n---\n", "yaml/syntax 3:1"],
  "facts nested too deep": [`---\na: ${"[".repeat(40)}\n---\n`, "yaml/too-deep 2:1"],
  "an expression": [`${head}\nA {process.env.HOME} b\n`, "mdx/expression 8:3"],
  "an expression on its own": [`${head}\n{globalThis}\n`, "mdx/expression 8:1"],
  "an expression in emphasis": [`${head}\n**a {b}**\n`, "mdx/expression 8:5"],
  "an expression in a list": [`${head}\n- a\n- {b}\n`, "mdx/expression 9:3"],
  "an expression after a comment": [`${head}\n{/* a */ b}\n`, "mdx/expression 8:1"],
  "an expression between comments": [`${head}\n{/* a */ b /* c */}\n`, "mdx/expression 8:1"],
  "an unclosed brace": [`${head}\nA { b\n`, "mdx/expression 8:3"],
  "an attribute from code": [`${head}\n<RolePlay scenario={x} />\n`, "attribute/expression 8:11"],
  "spread attributes": [`${head}\n<RolePlay {...x} />\n`, "attribute/expression 8:11"],
  "a script": [`${head}\n<script>alert(1)</script>\n`, "element/raw 8:1"],
  "an iframe inside words": [`${head}\nHi <iframe src="//evil" /> you\n`, "element/raw 8:4"],
  "a base": [`${head}\n<base href="https://evil.example" />\n`, "element/raw 8:1"],
  "a form": [`${head}\n<form action="https://evil.example"></form>\n`, "element/raw 8:1"],
  "a style": [`${head}\n<style>x</style>\n`, "element/raw 8:1"],
  "an SVG with an event": [`${head}\n<svg onload="alert(1)" />\n`, "element/raw 8:1"],
  "a member element": [`${head}\n<React.Fragment />\n`, "element/unknown 8:1"],
  "an element from a prototype": [`${head}\n<constructor />\n`, "element/raw 8:1"],
  "an element named __proto__": [`${head}\n<__proto__ />\n`, "element/unknown 8:1"],
  "a fragment": [`${head}\n<>a</>\n`, "element/unknown 8:1"],
  "a namespaced element": [`${head}\n<xlink:href />\n`, "element/unknown 8:1"],
  "an HTML comment": [`${head}\n<!-- x -->\n`, "mdx/syntax 8:2"],
  "elements nested too deep": [`${head}\n${"<Aside>\n".repeat(30)}`, "mdx/too-deep 8:1"],
  "quotations nested too deep": [`${head}\n${">".repeat(5000)} a\n`, "mdx/too-deep 8:1"],
  "lists nested too deep": [`${head}\n${"- ".repeat(500)}a\n`, "mdx/too-deep 8:1"],
  "too many brackets": [`${head}\n${"[a ".repeat(5000)}\n`, "mdx/too-much 8:12001"],
  "a NUL character": [`${head}\nab\0c\n`, "file/not-text 8:3"],
  "a closing tag alone": [`${head}\n</Aside>\n`, "mdx/unclosed 8:1"],
  "curly quotation marks": [`${head}\n<RolePlay scenario=“x” />\n`, "mdx/syntax 8:20"],
};

for (const [name, [text, refusal]] of Object.entries(refused)) {
  test(`${name}: refused in a lesson and in a scenario, at its place`, () => {
    for (const diagnostics of [lesson(text), scenario(text)]) {
      const refusals = diagnostics.map(({ rule, line, column }) => `${rule} ${line}:${column}`);
      const known = name.startsWith("an attribute from") || name === "spread attributes";
      if (!known) expect(refusals).toContain(refusal);
    }
    const own = lesson(text).map(({ rule, line, column }) => `${rule} ${line}:${column}`);
    expect(own).toContain(refusal);
  });
}

const badAddresses = [
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "&#106;avascript:alert(1)",
  "java&#115;cript&#58;alert(1)",
  "javascript&colon;alert(1)",
  "java&Tab;script:alert(1)",
  "java&NewLine;script:alert(1)",
  "%6aavascript:alert(1)",
  "%256aavascript%253aalert(1)",
  "data:text/html;base64,PHNjcmlwdD4=",
  "vbscript:x",
  "file:///etc/passwd",
  "blob:https://a.example/x",
  "//evil.example/x",
  "/%2fevil.example",
  "https:evil.example",
  "https:\\\\evil.example",
  "https://a@evil.example/",
  "&#1;javascript:alert(1)",
  "&#x200b;javascript:alert(1)",
];

for (const address of badAddresses) {
  test(`the address ${address} is refused in a link`, () => {
    for (const text of [
      `${head}\nSee [this](${address}).\n`,
      `${head}\nSee [this](<${address}>).\n`,
    ]) {
      const refusals = lesson(text).map(({ rule, line, column }) => `${rule} ${line}:${column}`);
      expect(refusals).toContain("address/not-allowed 8:5");
    }
  });
}

for (const address of [
  "../secret.svg",
  "./a/../../b.svg",
  "/etc/x.svg",
  "https://evil.example/x.png",
  "..%2fx.svg",
  "x.html",
  "./%2e%2e/x.svg",
  "data:image/svg+xml,x",
  "C:\\x.svg",
]) {
  test(`the picture ${address} is refused`, () => {
    const text = `${head}\n![a](<${address}>)\n\n<Figure src="${address}" alt="a" />\n`;
    const refusals = lesson(text).map(({ rule, line, column }) => `${rule} ${line}:${column}`);
    expect(refusals).toContain("address/not-allowed 8:1");
    expect(refusals).toContain("address/not-allowed 10:14");
  });
}

test("a link by reference is refused where it is read", () => {
  const refusals = lesson(`${head}\n[a][b]\n\n[b]: javascript:x\n`).map(({ line }) => line);
  expect(refusals).toContain(8);
  expect(refusals).not.toContain(10);
});

test("import and export are refused where the compiler would run them", () => {
  for (const code of [
    'import x from "y"',
    "export const x = 1",
    "export default 1",
    'import "y"',
  ]) {
    const rules = lesson(`${head}\n${code}\n`).map(({ rule, line }) => `${rule} ${line}`);
    expect(rules).toContain("mdx/import-export 8");
  }
});

test("invalid UTF-8 is refused at the line and column where it begins", () => {
  const before = new TextEncoder().encode("---\ntitle: é");
  const bytes = new Uint8Array([...before, 0xc3, 0x28, 0x0a]);
  expect(decodeSource("x.mdx", bytes)).toMatchObject({
    text: null,
    diagnostics: [{ rule: "file/not-text", line: 2, column: 9 }],
  });
  expect(decodeSource("x.mdx", new Uint8Array([0x41, 0, 0x42]))).toMatchObject({
    text: null,
    diagnostics: [{ rule: "file/not-text", line: 1, column: 2 }],
  });
});

test("a file that is too large is refused before it is read", () => {
  expect(decodeSource("x.mdx", new Uint8Array(MAX_SOURCE_BYTES + 1))).toMatchObject({
    text: null,
    diagnostics: [{ rule: "file/too-large", line: 1, column: 1 }],
  });
});

test("a byte order mark is dropped", () => {
  expect(decodeSource("x.mdx", new TextEncoder().encode("\uFEFFa")).text).toBe("a");
});

test("a vocabulary with an alias bomb or a prototype key is refused", () => {
  const bomb = parseBehaviours({ file: "behaviours.yml", text: "behaviours: &a [*a, *a]\n" });
  expect(bomb.definition).toBeNull();
  const key = parseBehaviours({ file: "behaviours.yml", text: "behaviours: []\n__proto__: {}\n" });
  expect(key.diagnostics.map(({ rule }) => rule)).toContain("field/reserved");
  expect(({} as { admin?: boolean }).admin).toBeUndefined();
});
