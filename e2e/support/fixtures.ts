import { AxeBuilder } from "@axe-core/playwright";
import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import { setting } from "./settings";
import { signInByCookie } from "./sign-in";

export interface OpenOptions {
  readonly locale?: "zh-CN" | "en";
  /** A phone of 360 × 740, or a desk of 1280 × 800. */
  readonly on?: "phone" | "desk";
}

const viewports = { phone: { width: 360, height: 740 }, desk: { width: 1280, height: 800 } };

interface Fixtures {
  /** Opens a browser of its own for somebody: signed in as `login`, or a stranger (null). */
  open: (login: string | null, options?: OpenOptions) => Promise<Page>;
}

/**
 * Every page that a test opens is watched: a breach of the Content-Security-Policy, a script that threw or an answer of 500
 * fails the test.
 */
export const test = base.extend<Fixtures>({
  open: async ({ browser }, use) => {
    const contexts: BrowserContext[] = [];
    const faults: string[] = [];
    await use(async (login, { locale = "zh-CN", on = "desk" } = {}) => {
      const context = await browser.newContext({ baseURL: setting("BASE_URL"), locale, viewport: viewports[on] });
      contexts.push(context);
      context.on("weberror", (error) => faults.push(`script: ${error.error().message}`));
      context.on("console", (message) => {
        if (/content security policy/i.test(message.text())) faults.push(message.text());
      });
      context.on("response", (response) => {
        if (response.status() >= 500 && response.url().startsWith(setting("BASE_URL")))
          faults.push(`${response.status()} ${new URL(response.url()).pathname}`);
      });
      if (login) await signInByCookie(context, login);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
    expect(faults).toEqual([]);
  },
});

/** Axe finds nothing on what the page shows now (WCAG 2.2 A and AA). */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`)).toEqual(
    [],
  );
}

export { expect };
