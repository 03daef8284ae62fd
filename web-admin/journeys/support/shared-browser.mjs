import { chromium } from 'playwright-core';
import { installed } from './browser.mjs';

// One browser for many journeys, each with contexts of its own: says its address, and ends with its input.
const server = await chromium.launchServer({ ...installed(), host: '127.0.0.1' });
console.log(server.wsEndpoint());
process.stdin.resume();
process.stdin.once('end', () => server.close());
