import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findBrowser, startBrowser } from './lib/browser.mjs';
import { filesIn, ROOT } from './lib/files.mjs';
import { drawDiagram } from './lib/open-diagrams.mjs';

const NAME = 'hiring-case';
const MARGIN = 20;

const executable = findBrowser();

if (!executable) {
  throw new Error('No Chromium on this machine. Install one, or name it in CHROMIUM.');
}

const file = filesIn('processes', `${NAME}.bpmn`)[0];
const folder = path.join(ROOT, 'docs/images');
mkdirSync(folder, { recursive: true });

const browser = await startBrowser(executable);

try {
  const svg = await drawDiagram(browser, file);
  writeFileSync(path.join(folder, `${NAME}.svg`), svg);

  const page = await browser.newPage();
  await page.setContent(`<body style="margin: 0; background: white">${svg.slice(svg.indexOf('<svg'))}</body>`);
  const drawing = page.locator('svg').first();
  const { width, height } = await drawing.boundingBox();
  await page.setViewportSize({ width: Math.ceil(width) + 2 * MARGIN, height: Math.ceil(height) + 2 * MARGIN });
  await page.addStyleTag({ content: `body { padding: ${MARGIN}px }` });
  await page.screenshot({ path: path.join(folder, `${NAME}.png`) });

  console.log(`Wrote docs/images/${NAME}.svg and .png.`);
} finally {
  await browser.close();
}
