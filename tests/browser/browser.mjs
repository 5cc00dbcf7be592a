// A browser for tests: Debian's Chromium, driven by playwright-core.
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const programs = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const switches = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Calls `use` with a running browser; says so and does nothing when there is no browser, or not the package to drive it. */
export async function withBrowser(modules, use) {
  const executablePath = [process.env.STET_BROWSER, ...programs].find((path) => path && existsSync(path));
  if (executablePath === undefined || !existsSync(join(modules, "playwright-core"))) {
    console.log("a browser is not there: ./bootstrap test installs it on Debian");
    return;
  }
  const { chromium } = createRequire(join(modules, "x.js"))("playwright-core");
  // It starts with an empty profile of its own, which goes with it.
  const browser = await chromium.launch({ executablePath, args: switches, headless: true });
  try {
    await use(browser);
  } finally {
    await browser.close();
  }
}
