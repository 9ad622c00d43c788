import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test, vi } from "vitest";
import { createApp } from "~/server/http/app.server";
import { logLines } from "tests/setup/log-lines";

vi.stubEnv("LOG_LEVEL", "error");
vi.stubEnv("APP_URL", "http://localhost:3000");
const lines = logLines();

test("what broke behind every page is in the log with its message, its stack and the request's number", async () => {
  const app = createApp({
    build: () => Promise.reject(new Error("nobody comes this far")),
    developmentServer: (_request, _response, next) => next(new Error("the disk went away")),
  });
  const server = createServer(app).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${String(port)}/courses`);
  server.close();
  expect(answer.status).toBe(500);
  const told = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(told).toContainEqual(
    expect.objectContaining({
      msg: "request failed",
      requestId: expect.stringMatching(/\S/) as string,
      err: expect.objectContaining({
        message: "the disk went away",
        stack: expect.stringContaining("log.test.ts") as string,
      }) as object,
    }),
  );
});
