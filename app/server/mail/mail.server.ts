/** Mail: by SMTP where SMTP_URL says how, else as files in a folder beside the data. */
import { randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { environment } from "~/server/env.server";
import { log } from "~/server/log.server";
import { dataFolder } from "~/server/secret.server";

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Sent; kept as a file, because no SMTP_URL is set; or not sent. */
export type Delivered = "sent" | "kept" | "failed";

/** The same where nobody waits for it to the end: it may be on its way, because the mail server takes its time. */
export type Delivery = Delivered | "waiting";

/** Milliseconds that a page waits for a mail server; the mail may still go out after that. */
const patience = 2_000;
/** Milliseconds after which a mail server that says nothing is given up: some wait before they greet. */
const silence = 20_000;
const limits = {
  dnsTimeout: silence,
  connectionTimeout: silence,
  greetingTimeout: silence,
  socketTimeout: silence,
};

/** Without one, mail is kept in a folder and reaches nobody by itself. */
export function hasMailServer(): boolean {
  return environment().smtpUrl !== null;
}

function mailFolder(): string {
  return join(dataFolder(), "mail");
}

async function keep(mail: Mail & { readonly from: string }): Promise<void> {
  const { createTransport } = await import("nodemailer");
  const composer = createTransport({ streamTransport: true, buffer: true, newline: "unix" });
  const { message } = await composer.sendMail(mail);
  const stamp = new Date().toISOString().replace(/[:.]/g, "-");
  const file = join(mailFolder(), `${stamp}-${randomUUID().slice(0, 8)}.eml`);
  await mkdir(mailFolder(), { recursive: true, mode: 0o700 });
  await writeFile(file, message as Buffer, { mode: 0o600 });
}

/** Never throws, and never waits long: what depends on a mail has another way. */
export function sendMail(mail: Mail): Promise<Delivery> {
  const late = new Promise<Delivery>((resolve) => {
    setTimeout(() => resolve("waiting"), patience).unref();
  });
  return Promise.race([deliver(mail), late]);
}

/** What is told of a mail that did not go: the message of the error, and most else of it, names the recipient. */
const reason = z
  .object({
    code: z.string(),
    /** Of the system, where nodemailer has a code of its own for it: ECONNREFUSED, for instance. */
    originalCode: z.string(),
    /** The mail server's answer, as a number (RFC 5321). */
    responseCode: z.number(),
    command: z.string(),
    /** The file that could not be written. */
    path: z.string(),
  })
  .partial()
  .catch({});

/** Never throws; waits for a mail server as long as it takes. The log names no recipient and no text. */
export async function deliver(mail: Mail): Promise<Delivered> {
  const { smtpUrl, appUrl } = environment();
  const addressed = { ...mail, from: `Rapport <no-reply@${new URL(appUrl).hostname}>` };
  try {
    if (smtpUrl === null) {
      await keep(addressed);
      log().info({ folder: mailFolder() }, "no SMTP_URL is set: a mail was written to the folder");
      return "kept";
    }
    const { createTransport } = await import("nodemailer");
    await createTransport({ url: smtpUrl, ...limits }).sendMail(addressed);
    log().info("a mail was sent");
    return "sent";
  } catch (error) {
    log().error(reason.parse(error), "a mail could not be sent");
    return "failed";
  }
}

/** The whole addresses of a `To` header (RFC 5322), in small letters: one may be the end of another. */
function recipientsIn(mail: string): readonly string[] {
  const [head = ""] = mail.split(/\r?\n\r?\n/, 1);
  const to = /^To:(.*(?:\r?\n[ \t].*)*)/im.exec(head)?.[1] ?? "";
  return to.toLowerCase().match(/[^\s<>,;"]+@[^\s<>,;"]+/g) ?? [];
}

/** Removes kept mail that is addressed to any of these; the number of files removed. */
export async function removeKeptMail(addresses: readonly string[]): Promise<number> {
  const names = await readdir(mailFolder()).catch(() => []);
  let removed = 0;
  for (const name of names.filter((one) => one.endsWith(".eml"))) {
    const file = join(mailFolder(), name);
    const to = recipientsIn(await readFile(file, "utf8").catch(() => ""));
    if (!to.some((address) => addresses.includes(address))) continue;
    await rm(file, { force: true });
    removed += 1;
  }
  return removed;
}
