/** What every journey starts from: a server of the worker's own, people, and a check by axe. */
import AxeBuilder from "@axe-core/playwright";
import { hash } from "@node-rs/argon2";
import {
  expect,
  test as base,
  type Browser,
  type BrowserContext,
  type Page,
} from "@playwright/test";
import type { AddedRole } from "~/core/access/policy";
import { openDatabase, type Database } from "~/server/db.server";
import { startServer, type RunningServer } from "tests/setup/server";

export { expect };

export const demoPassword = "practice makes kind";

interface WorkerFixtures {
  /** A production server with the demo organisation. */
  readonly server: RunningServer;
  readonly database: Database;
}

export interface NewPerson {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly password: string;
}

interface PersonOptions {
  readonly roles?: readonly AddedRole[];
  readonly managerId?: string;
}

interface Fixtures {
  /** Adds a person of the test's own, on the onboarding path since today. */
  readonly aPerson: (options?: PersonOptions) => Promise<NewPerson>;
  /** A person of the test's own, signed in, in a browser with or without script. */
  readonly aPageOfTheirOwn: (javaScriptEnabled: boolean) => Promise<Page>;
}

let counter = 0;

export const test = base.extend<Fixtures, WorkerFixtures>({
  server: [
    async ({}, provide) => {
      const server = await startServer();
      await provide(server);
      await server.stop();
      server.remove();
    },
    { scope: "worker", timeout: 180_000 },
  ],
  database: [
    async ({ server }, provide) => {
      const database = openDatabase(server.databaseUrl);
      await provide(database);
      await database.$disconnect();
    },
    { scope: "worker" },
  ],
  baseURL: async ({ server }, provide) => provide(server.url),
  aPerson: async ({ database }, provide) => {
    const passwordHash = await hash(demoPassword);
    const startDate = new Date().toISOString().slice(0, 10);
    await provide(async ({ roles = [], managerId } = {}) => {
      counter += 1;
      const name = `Person ${String(process.pid)}-${String(counter)}`;
      const email = `person-${String(process.pid)}-${String(counter)}@example.test`;
      const person = await database.person.create({
        data: {
          name,
          email,
          passwordHash,
          startDate,
          ...(managerId === undefined ? {} : { managerId }),
          roles: { create: roles.map((role) => ({ role })) },
          assignments: { create: { pathSlug: "onboarding", startDate } },
        },
      });
      return { id: person.id, email, name, password: demoPassword };
    });
  },
  aPageOfTheirOwn: async ({ browser, server, aPerson }, provide) => {
    const contexts: BrowserContext[] = [];
    await provide(async (javaScriptEnabled) => {
      const context = await browser.newContext({ javaScriptEnabled, baseURL: server.url });
      contexts.push(context);
      const page = await context.newPage();
      await signIn(page, await aPerson());
      return page;
    });
    for (const context of contexts) await context.close();
  },
});

/** Signs in through the form, as a person does. */
export async function signIn(
  page: Page,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<void> {
  await page.goto("/login");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).not.toHaveURL(/\/login/);
}

/** Somebody else's browser, at the same time. */
export async function anotherBrowser(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: url });
  return context.newPage();
}

export function demo(role: "learner" | "trainer" | "manager" | "admin") {
  return { email: `${role}@rapport.test`, password: demoPassword };
}

/** No violation of WCAG 2.2 A or AA that axe can find. */
export async function expectAccessible(page: Page): Promise<void> {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.target).join(", ")}`),
  ).toEqual([]);
}
