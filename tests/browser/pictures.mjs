// Takes the pictures of the guides anew: node tests/browser/pictures.mjs build/dev/stet . node_modules
// Look at them before they are committed.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

import { withBrowser } from "./browser.mjs";

const [stet, source, modules] = process.argv.slice(2).map((path) => resolve(path));
const pictures = join(source, "docs/pictures");
mkdirSync(pictures, { recursive: true });
const folder = mkdtempSync(join(tmpdir(), "stet-pictures-"));
const report = join(folder, "report.html");
execFileSync(stet, ["--no-config", "--fail-on", "never", "--format", "html", "--output", report, "articles/"], { cwd: join(source, "fixtures/guide") });

async function picture(browser, name, options, keys) {
  const context = await browser.newContext({ deviceScaleFactor: 1, reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  await page.goto(pathToFileURL(report).href);
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.waitForTimeout(200);
  }
  await page.screenshot({ path: join(pictures, `${name}.png`) });
  await context.close();
}

await withBrowser(modules, async (browser) => {
  await picture(browser, "list", { viewport: { width: 1180, height: 760 } }, []);
  await picture(browser, "pair", { viewport: { width: 1240, height: 760 } }, ["j", "k"]);
  await picture(browser, "phone", { viewport: { width: 390, height: 720 }, colorScheme: "dark" }, ["j", "j", "j"]);
});
rmSync(folder, { recursive: true, force: true });
