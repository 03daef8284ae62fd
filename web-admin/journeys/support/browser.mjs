import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The headless Chromium of this machine; nothing is downloaded. */
export function installed() {
  const path = process.env.CHROMIUM ?? PLACES.find(existsSync);
  if (!path || !existsSync(path)) {
    throw new Error('No Chromium found. Install it (Debian: apt-get install chromium) or name it with CHROMIUM=/path.');
  }
  return {
    executablePath: path,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  };
}

/** The browser that the build shares among its journeys, or a fresh one. */
export async function startBrowser() {
  const shared = process.env.JOURNEY_BROWSER;
  return shared ? chromium.connect(shared) : chromium.launch(installed());
}
