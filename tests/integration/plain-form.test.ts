import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { withPlainForm } from "~/server/plain-form-request.server";
import { call } from "tests/setup/request";

vi.stubEnv("DATABASE_URL", `file:${join(mkdtempSync(join(tmpdir(), "rapport-")), "rapport.db")}`);
vi.stubEnv("SESSION_SECRET", "a secret for tests, and only for tests");
vi.stubEnv("LOG_LEVEL", "silent");

const { action } = await import("~/routes/login");

function post(body: BodyInit, type?: string): Request {
  const headers = type === undefined ? {} : { "content-type": type };
  return withPlainForm(
    new Request("http://localhost:3000/login", { method: "POST", body, headers }),
  );
}

async function names(body: BodyInit): Promise<string[]> {
  return [...(await post(body).formData()).keys()];
}

test("fields of pages come through in their order, several of one name too", async () => {
  const form = "check=c&option=a&option=b&place:p-1=2&goal-will=x&e_mail=y";
  expect(await names(new URLSearchParams(form))).toEqual([
    ...["check", "option", "option", "place:p-1", "goal-will", "e_mail"],
  ]);
});

test("a name that is a path or an order comes nowhere near what would follow it", async () => {
  const hostile = ["email[999999999]", "a.b", "a[]", "__proto__", "__intent__", "", "é", "a b"];
  const form = new URLSearchParams(hostile.map((name) => [name, "x"]));
  expect(await names(form)).toEqual([]);
});

test.each([
  ["without a boundary", "x", "multipart/form-data"],
  [
    "cut off",
    "--b\r\nContent-Disposition: form-data; name=a\r\n\r\nx",
    "multipart/form-data; boundary=b",
  ],
  ["of another kind", "{}", "application/json"],
  ["with more fields than any page has", "a=&".repeat(2001), "application/x-www-form-urlencoded"],
])("a form %s is refused, and nothing breaks", async (_, body, type) => {
  const refusal: unknown = await post(body, type)
    .formData()
    .catch((thrown: unknown) => thrown);
  expect(refusal).toBeInstanceOf(Response);
  expect(refusal).toMatchObject({ status: 400 });
});

test.each([
  "email[999999999]=x&password=x",
  `email${".a".repeat(3000)}=x`,
  "__intent__=%7B%22type%22%3A%22reset%22%7D&email=a&password=b",
  "__intent__=%7B",
  "__proto__.x=1&email=a",
  "email=a&email=b&password=c&password=d",
])("the sign-in form answers %s with itself", async (body) => {
  const began = performance.now();
  const answer = await call(
    action,
    { path: "/login", params: {}, form: new URLSearchParams(body) },
    null,
  );
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ status: "error" });
  expect(performance.now() - began).toBeLessThan(5000);
});
