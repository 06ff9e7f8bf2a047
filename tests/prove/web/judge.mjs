// SPDX-License-Identifier: MIT
// node judge.mjs CHROMIUM MODULES FILE…: what axe-core finds on pages as a phone, a desk, paper and a reader who
// asks for dark pages have them; requests, and what is wider than the screen. A line each; nothing when all is well.
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [chromium, modules, ...files] = process.argv.slice(2);
const require = createRequire(path.join(path.resolve(modules), 'package.json'));
const playwright = require('playwright-core');
const { AxeBuilder } = require('@axe-core/playwright');

const VIEWS = [
  { name: 'phone', width: 320, media: 'screen', colorScheme: 'light' },
  { name: 'desk', width: 1280, media: 'screen', colorScheme: 'light' },
  { name: 'paper', width: 800, media: 'print', colorScheme: 'light' },
  { name: 'dark', width: 320, media: 'screen', colorScheme: 'dark' },
];

const browser = await playwright.chromium.launch({
  executablePath: chromium,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update',
    '--disable-sync', '--no-first-run'],
});
for (const file of files) {
  for (const view of VIEWS) {
    const tell = (what) => console.log(`${path.basename(file)} ${view.name}: ${what}`);
    const context = await browser.newContext({ viewport: { width: view.width, height: 900 } });
    const page = await context.newPage();
    page.on('request', (request) => {
      if (!/^(file|data):/.test(request.url())) tell(`asks for ${request.url()}`);
    });
    await page.emulateMedia({ media: view.media, colorScheme: view.colorScheme });
    await page.goto(pathToFileURL(file).href);
    const found = await new AxeBuilder({ page }).analyze();
    for (const each of found.violations) tell(`${each.id}: ${each.nodes[0].html.slice(0, 120)}`);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (over > 0 && view.media === 'screen') tell(`${over} px wider than the screen`);
    await context.close();
  }
}
await browser.close();
