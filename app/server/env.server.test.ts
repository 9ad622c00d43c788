import { expect, test } from "vitest";
import { isLoopback, parseEnvironment } from "./env.server";

test("nothing set is a server on this machine with its data in a folder", () => {
  expect(parseEnvironment({}, "/srv/rapport")).toEqual({
    ok: true,
    value: {
      port: 3000,
      host: "127.0.0.1",
      appUrl: "http://localhost:3000",
      databaseUrl: "file:/srv/rapport/data/rapport.db",
      databaseFile: "/srv/rapport/data/rapport.db",
      sessionSecret: null,
      contentDir: null,
      smtpUrl: null,
      logLevel: "info",
      production: false,
      demoAnywhere: false,
    },
  });
});

test("an empty value is a value that is not set", () => {
  expect(parseEnvironment({ PORT: "", SMTP_URL: "" })).toMatchObject({
    ok: true,
    value: { port: 3000, smtpUrl: null },
  });
});

test.each([
  [{ PORT: "abc" }, 'PORT should be a number from 0 to 65535; found "abc".'],
  [{ PORT: "80.5" }, 'PORT should be a whole number from 0 to 65535; found "80.5".'],
  [{ PORT: "70000" }, 'PORT should be a number from 0 to 65535; found "70000".'],
  [
    { APP_URL: "rapport.example.org" },
    'APP_URL should be an address, as in https://rapport.example.org; found "rapport.example.org".',
  ],
  [
    { DATABASE_URL: "postgresql://db/rapport" },
    'DATABASE_URL should be a file: address; PostgreSQL is not supported yet; found "postgresql://db/rapport".',
  ],
  [
    { DATABASE_URL: "rapport.db" },
    'DATABASE_URL should be a file: address, as in file:./data/rapport.db; found "rapport.db".',
  ],
  [
    { SESSION_SECRET: "too short" },
    "SESSION_SECRET should be at least 32 characters that nobody can guess; found something else.",
  ],
  [
    { SMTP_URL: "http://user:hunter2@mail" },
    "SMTP_URL should be an address, as in smtp://user:password@mail.example.org:587; found something else.",
  ],
  [
    { LOG_LEVEL: "loud" },
    'LOG_LEVEL should be one of fatal, error, warn, info, debug, trace, silent; found "loud".',
  ],
  [{ DEMO_SIGN_IN: "yes" }, 'DEMO_SIGN_IN should be loopback or anywhere; found "yes".'],
])("%j stops the start with a sentence", (source, sentence) => {
  expect(parseEnvironment(source)).toEqual({ ok: false, problem: [sentence] });
});

test("every wrong variable has its sentence", () => {
  const parsed = parseEnvironment({ PORT: "x", LOG_LEVEL: "y" });
  expect(parsed.ok ? [] : parsed.problem).toHaveLength(2);
});

test("only addresses of this machine are loopback", () => {
  expect(["127.0.0.1", "::1", "localhost", "127.8.8.8"].every(isLoopback)).toBe(true);
  expect(["0.0.0.0", "::", "10.0.0.1", "127.evil.example"].some(isLoopback)).toBe(false);
});
