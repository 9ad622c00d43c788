import { expect, test, vi } from "vitest";
import { clearedCookie, cookieFor } from "~/server/people/session-cookie.server";

vi.stubEnv("APP_URL", "https://rapport.example");
vi.stubEnv("SESSION_SECRET", "a secret for tests, and only for tests");

test("on https the cookie belongs to this host alone and never travels in the clear", async () => {
  for (const cookie of [await cookieFor("token", null), await clearedCookie()]) {
    expect(cookie).toMatch(/^__Host-rapport=/);
    expect(cookie).toMatch(/; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    expect(cookie).not.toContain("Domain");
  }
});
