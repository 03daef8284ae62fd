import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { startBrowser } from './browser.mjs';
import { Person } from './person.mjs';

/** Where the product runs; the build starts it and says so. */
export const address = process.env.TONGBAN_URL ?? 'http://127.0.0.1:8080';

const name = basename(process.argv[1], '.mjs');
const folder = join(process.env.JOURNEY_PICTURES ?? 'target/journeys', name);

/**
 * One journey through the product: people sit down at browsers of their own and do things. It fails when a step fails,
 * and when at the end a browser has reported an error, a call was answered with one that nobody expected, or a page that
 * was looked at is not accessible.
 */
export async function journey(steps) {
  mkdirSync(folder, { recursive: true });
  const browser = await startBrowser();
  const people = [];
  const sitDown = async (account, options = {}) => {
    const person = await Person.at(browser, { address, folder, account, ...options });
    people.push(person);
    if (account) await person.signIn();
    return person;
  };
  try {
    await steps(sitDown);
    const faults = people.flatMap((person) => person.faults());
    if (faults.length > 0) throw new Error(`${faults.length} faults\n  ${faults.join('\n  ')}`);
    console.log(`${name}: done in ${Math.round(performance.now() / 100) / 10} s`);
  } catch (error) {
    console.error(`${name}: ${error.stack}`);
    for (const person of people) await person.lastLook();
    console.error(`Pictures: ${folder}`);
    process.exitCode = 1;
  } finally {
    await browser.close();
  }
}
