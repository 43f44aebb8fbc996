import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { inPackage } from './files.mjs';

const USUAL_PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The browser of the machine: the one named by CHROMIUM, or one in a usual place. Nothing is downloaded. */
export function findBrowser() {
  const named = process.env.CHROMIUM;

  if (named && !existsSync(named)) {
    throw new Error(`CHROMIUM names ${named}, which does not exist`);
  }

  return named || USUAL_PLACES.find((place) => existsSync(place));
}

export function startBrowser(executablePath) {
  return chromium.launch({ executablePath, args: ['--no-sandbox'] });
}

/** A page with a library of an installed package and its styles; errors of the page are handed to onError. */
export async function openPage(browser, { packageName, script, styles = () => true, onError }) {
  const page = await browser.newPage({ viewport: { width: 1600, height: 1000 }, locale: 'nb-NO' });
  page.on('pageerror', (error) => onError(error.message));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) {
      onError(message.text());
    }
  });

  await page.setContent('<div id="canvas" style="width: 1600px; height: 1000px"></div>');

  const assets = inPackage(packageName, 'dist/assets');
  for (const sheet of readdirSync(assets).filter((file) => file.endsWith('.css') && styles(file))) {
    await page.addStyleTag({ path: path.join(assets, sheet) });
  }
  await page.addScriptTag({ path: inPackage(packageName, `dist/${script}`) });

  return page;
}
