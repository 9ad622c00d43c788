import { afterAll, expect, test, vi } from "vitest";
import { sendMail } from "~/server/mail/mail.server";
import { logLines } from "tests/setup/log-lines";
import { anSmtpServer } from "tests/setup/smtp-server";

const server = await anSmtpServer((address) => address.startsWith("ana"));
afterAll(() => server.close());
vi.stubEnv("SMTP_URL", server.url);
vi.stubEnv("LOG_LEVEL", "info");
const lines = logLines();

const mail = { subject: "Set your password", text: "https://rapport.example/set-password/token" };

test("the log says what a mail server answered by its number, and never to whom the mail went", async () => {
  expect(await sendMail({ ...mail, to: "ana@example.test" })).toBe("sent");
  expect(server.taken).toEqual(["ana@example.test"]);
  expect(await sendMail({ ...mail, to: "ben@example.test" })).toBe("failed");
  const told = lines.join("");
  expect(told).not.toMatch(/example\.test|token|Set your password/);
  expect(JSON.parse(lines.at(-1) ?? "")).toMatchObject({
    level: "error",
    msg: "a mail could not be sent",
    code: "EENVELOPE",
    responseCode: 550,
    command: "RCPT TO",
  });
});
