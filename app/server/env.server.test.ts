import { expect, test } from "vitest";
import { parseEnvironment } from "~/server/env.server";

function problemsOf(source: Record<string, string>): readonly string[] {
  const parsed = parseEnvironment(source, "/srv/rapport");
  return parsed.ok ? [] : parsed.problem;
}

test("nothing set is a whole environment", () => {
  const parsed = parseEnvironment({}, "/srv/rapport");
  expect(parsed).toEqual({
    ok: true,
    value: {
      port: 3000,
      host: "127.0.0.1",
      appUrl: "http://localhost:3000",
      databaseUrl: "file:/srv/rapport/data/rapport.db",
      databaseFile: "/srv/rapport/data/rapport.db",
      sessionSecret: null,
      contentDir: null,
      publish: null,
      smtpUrl: null,
      logLevel: "info",
      production: false,
      demoAnywhere: false,
    },
  });
});

test("each wrong variable gets a sentence that names it, what was found and what is wanted", () => {
  expect(
    problemsOf({
      PORT: "eighty",
      APP_URL: "rapport.example",
      DATABASE_URL: "mysql://x",
      LOG_LEVEL: "loud",
      SMTP_URL: "mail.example",
      SESSION_SECRET: "short",
    }),
  ).toMatchInlineSnapshot(`
    [
      "PORT should be a whole number from 1 to 65535; found "eighty".",
      "APP_URL should be an address, as in https://rapport.example.org; found "rapport.example".",
      "DATABASE_URL should be a file: address, as in file:./data/rapport.db; found "mysql://x".",
      "SESSION_SECRET should be at least 32 characters that nobody can guess; found something else.",
      "SMTP_URL should be an address, as in smtp://user:password@mail.example.org:587; found something else.",
      "LOG_LEVEL should be one of fatal, error, warn, info, debug, trace, silent; found "loud".",
    ]
  `);
});

test.each([
  ["PORT", "4112.5"],
  ["PORT", "0x1000"],
  ["PORT", "1e3"],
  ["PORT", "65536"],
  ["APP_URL", "https://example.org/rapport"],
  ["APP_URL", "https://ana:secret@example.org"],
  ["APP_URL", "https://example.org?from=mail"],
  ["DATABASE_URL", "file:data/rapport.db?mode=ro"],
  ["DATABASE_URL", "file::memory:"],
  ["DATABASE_URL", "file:data/100%.db"],
  ["SESSION_SECRET", " ".repeat(40)],
])("what would be read otherwise than it was meant is refused: %s=%s", (name, value) => {
  expect(problemsOf({ [name]: value })).toEqual([expect.stringMatching(`^${name} should be `)]);
});

test("an address may end in a slash, and a port have spaces around it", () => {
  expect(parseEnvironment({ APP_URL: "https://example.org/", PORT: " 4112 " })).toMatchObject({
    value: { appUrl: "https://example.org", port: 4112 },
  });
});

test("saved files are published on save or by hand, and nothing else", () => {
  expect(parseEnvironment({ PUBLISH: "by-hand" })).toMatchObject({ value: { publish: "by-hand" } });
  expect(parseEnvironment({ PUBLISH: "sometimes" })).toEqual({
    ok: false,
    problem: ['PUBLISH should be on-save or by-hand; found "sometimes".'],
  });
});

test("PostgreSQL is refused with a sentence until it is supported", () => {
  expect(problemsOf({ DATABASE_URL: "postgresql://localhost/rapport" })[0]).toContain(
    "PostgreSQL is not supported yet",
  );
});

test("a secret that is wrong is not repeated", () => {
  const wrong = {
    SESSION_SECRET: "hunter2",
    SMTP_URL: "imap://me:hunter2@mail.example",
    DATABASE_URL: "postgresql://me:hunter2@db.example/rapport",
    APP_URL: "https://me:hunter2@rapport.example",
  };
  const said = problemsOf(wrong).join(" ");
  for (const name of Object.keys(wrong)) expect(said).toContain(name);
  expect(said).not.toContain("hunter2");
});

test("an empty value means that the variable is not set", () => {
  const parsed = parseEnvironment({ PORT: "", CONTENT_DIR: "" }, "/srv");
  expect(parsed.ok && parsed.value.port).toBe(3000);
  expect(parsed.ok && parsed.value.contentDir).toBeNull();
});
