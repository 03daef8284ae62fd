import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { installed } from '../journeys/support/browser.mjs';

// Lighthouse on the task list of a running demo, as somebody sees it who is signed in: desktop, median of three.
// It is too large for the build's own packages: install it anywhere and say where.
//   npm install --prefix /tmp/lighthouse lighthouse@12.8.2
//   TONGBAN_URL=http://127.0.0.1:8080 npm run lighthouse
const place = process.env.LIGHTHOUSE ?? '/tmp/lighthouse';
const address = process.env.TONGBAN_URL ?? 'http://127.0.0.1:8080';
const page = `${address}/tasks`;
const RUNS = 3;

const core = pathToFileURL(join(place, 'node_modules/lighthouse/core/index.js')).href;
const { default: lighthouse, desktopConfig } = await import(core).catch(() => {
  console.error(`No Lighthouse under ${place}: npm install --prefix ${place} lighthouse@12.8.2`);
  process.exit(1);
});

const port = await freePort();
const profile = mkdtempSync(join(tmpdir(), 'lighthouse-'));
const { args, ...browser } = installed();
const context = await chromium.launchPersistentContext(profile, {
  ...browser,
  args: [...args, `--remote-debugging-port=${port}`],
});
try {
  const data = { account: process.env.ACCOUNT ?? 'zhao.min', password: 'Tongban-demo-1' };
  const answer = await context.request.post(`${address}/api/login`, { data });
  if (!answer.ok()) throw new Error(`Cannot sign in: ${answer.status()}`);
  const results = [];
  for (let run = 0; run < RUNS; run++) {
    const flags = {
      port,
      disableStorageReset: true,
      logLevel: 'error',
      onlyCategories: ['performance', 'accessibility'],
    };
    const { lhr } = await lighthouse(page, flags, desktopConfig);
    results.push(lhr);
  }
  results.sort((a, b) => a.categories.performance.score - b.categories.performance.score);
  tell(results[Math.floor(RUNS / 2)]);
} finally {
  await context.close();
  rmSync(profile, { recursive: true, force: true });
}

function tell(lhr) {
  const score = (name) => Math.round(lhr.categories[name].score * 100);
  const of = (audit) => lhr.audits[audit].displayValue;
  const scripts = lhr.audits['network-requests'].details.items.filter((one) => one.resourceType === 'Script');
  const bytes = scripts.reduce((sum, one) => sum + one.transferSize, 0);
  console.log(`${lhr.finalDisplayedUrl}, Lighthouse ${lhr.lighthouseVersion}, desktop, median of ${RUNS}`);
  console.log(`performance ${score('performance')}, accessibility ${score('accessibility')}`);
  console.log(`first paint ${of('first-contentful-paint')}, largest ${of('largest-contentful-paint')}`);
  console.log(`blocked ${of('total-blocking-time')}, shift ${of('cumulative-layout-shift')}`);
  console.log(`script ${(bytes / 1000).toFixed(0)} kB compressed in ${scripts.length} files`);
  for (const one of scripts) console.log(`  ${(one.transferSize / 1000).toFixed(1)} kB ${new URL(one.url).pathname}`);
  const weak = Object.values(lhr.audits).filter((audit) => audit.score !== null && audit.score < 0.9);
  for (const audit of weak) console.log(`  below: ${audit.id} ${audit.displayValue ?? ''}`);
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
