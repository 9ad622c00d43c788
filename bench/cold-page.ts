/** What a browser that has never been here fetches for one page. */
import { chromium } from "@playwright/test";
import { chromiumOptions } from "tests/setup/chromium";

export interface ColdPage {
  readonly requests: number;
  /** On the wire, headers included, in KiB. */
  readonly kibibytes: number;
  readonly byType: Readonly<Record<string, { requests: number; kibibytes: number }>>;
  readonly slowest: readonly string[];
}

export async function coldPage(origin: string, path: string, cookie: string): Promise<ColdPage> {
  const browser = await chromium.launch(chromiumOptions());
  const context = await browser.newContext();
  const separator = cookie.indexOf("=");
  await context.addCookies([
    { name: cookie.slice(0, separator), value: cookie.slice(separator + 1), url: origin },
  ]);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  const types = new Map<string, { type: string; url: string }>();
  const byType: Record<string, { requests: number; kibibytes: number }> = {};
  const files: { url: string; kibibytes: number }[] = [];
  session.on("Network.responseReceived", ({ requestId, type, response }) => {
    types.set(requestId, { type, url: response.url });
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const { type, url } = types.get(requestId) ?? { type: "Other", url: "?" };
    const row = (byType[type] ??= { requests: 0, kibibytes: 0 });
    row.requests += 1;
    row.kibibytes += encodedDataLength / 1024;
    files.push({ url: url.replace(origin, ""), kibibytes: encodedDataLength / 1024 });
  });
  await page.goto(`${origin}${path}`, { waitUntil: "networkidle" });
  await browser.close();
  const rows = Object.values(byType);
  return {
    requests: rows.reduce((sum, row) => sum + row.requests, 0),
    kibibytes: rows.reduce((sum, row) => sum + row.kibibytes, 0),
    byType,
    slowest: files
      .sort((one, other) => other.kibibytes - one.kibibytes)
      .map(({ url, kibibytes }) => `${kibibytes.toFixed(1)} KiB ${url}`),
  };
}
