import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import AxeBuilder from "@axe-core/playwright";
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, inject } from "vitest";
import { REPOSITORY } from "../../local/repository.ts";
import { useTestDatabase } from "../integration/test_database.ts";
import { BUN, urlOf } from "./world_for_tests.ts";

/** A desk's window, and a phone in a hand. */
export const DESK: BrowserContextOptions = { viewport: { width: 1280, height: 900 } };
export const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  deviceScaleFactor: 2,
};

/** `npm start` on a household of this file's own, whose week is planned, and a browser to look at it. */
export function useServedPage() {
  const db = useTestDatabase();
  let server: ChildProcess | undefined;
  let browser: Browser | undefined;
  let address = "";
  let shareAddress = "";
  const contexts: BrowserContext[] = [];
  const complaints: string[] = [];

  beforeAll(async () => {
    const options = ["--port", "0", "--share", "127.0.0.1:0"];
    server = spawn(BUN, ["local/start.ts", ...options], {
      cwd: REPOSITORY,
      env: { ...process.env, DATABASE_URL: urlOf(db.resource) },
      stdio: ["ignore", "pipe", "inherit"],
    });
    [{ address, shareAddress }, browser] = await Promise.all([
      serving(server),
      chromium.connect(inject("browser")),
    ]);
  });
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
    expect(complaints.splice(0), "what the browser complained of").toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    server?.kill("SIGINT");
    if (server?.exitCode === null) await once(server, "exit");
  });

  return {
    db,
    get address() {
      return address;
    },
    get shareAddress() {
      return shareAddress;
    },
    /** A new browser's page at a route such as `#/operations`, with nothing kept from before. */
    async open(route = "", options: BrowserContextOptions = DESK, base = address): Promise<Page> {
      if (!browser) throw new Error("The browser is open only while tests run.");
      const context = await browser.newContext({ locale: "en-GB", timezoneId: "Europe/Berlin", ...options });
      contexts.push(context);
      const page = await context.newPage();
      page.setDefaultTimeout(20_000);
      listenForComplaints(page, complaints);
      await page.goto(base + route);
      return page;
    },
    /** Takes out what the browser said was wrong: a test that provokes it looks at it. */
    complaints: () => complaints.splice(0),
  };
}

export type ServedPage = ReturnType<typeof useServedPage>;

/** Errors of scripts and of the content policy. A page that works despite them doesn't work for everybody. */
function listenForComplaints(page: Page, complaints: string[]): void {
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    const text = message.text();
    // A status that the page itself answers to, such as 404 for a household without a plan yet.
    if (message.type() === "error" && !/Failed to load resource/.test(text)) complaints.push(text);
  });
}

async function serving(server: ChildProcess): Promise<{ address: string; shareAddress: string }> {
  let output = "";
  return new Promise((resolve, reject) => {
    server.stdout?.on("data", (chunk) => {
      output += chunk;
      const address = /Serving (http:\S+)/.exec(output)?.[1];
      const share = /open at (http:\S+)\/s\//.exec(output)?.[1];
      if (address) resolve({ address, shareAddress: `${share}/` });
    });
    server.once("exit", (code) => reject(new Error(`npm start ended (${code}):\n${output}`)));
  });
}

/** What axe finds wrong for people who see, hear or move differently: WCAG 2.2 A and AA, and its best practices; or `only` those rules. */
export async function accessibilityProblems(page: Page, only: string[] = []): Promise<string[]> {
  // Its other mode opens a page of its own for each report, for frames of foreign origin: there is none here.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations } = await (only.length > 0 ? axe.withRules(only) : axe).analyze();
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`,
  );
}

/** Waits until everything on the page has come: no part of it is still being loaded. */
export async function loaded(page: Page): Promise<void> {
  await page.locator("main").first().waitFor();
  await expect.poll(() => page.locator(".mp-loading").count(), { timeout: 20_000 }).toBe(0);
}
