import { journey } from './support/journey.mjs';
import { visit } from './support/pages.mjs';

// What everybody sets for themselves: each page on the desktop (Chinese, light) and on the phone (English, dark).
const PAGES = [
  ['settings', '/me'],
  ['profile', '/me/profile'],
  ['appearance', '/me/appearance'],
  ['opinion', '/me/opinion'],
  ['mails', '/me/notifications'],
  ['security', '/me/security'],
  ['tokens', '/me/tokens'],
];

await journey(async (sitDown) => {
  const walk = async (account, options) => visit(await sitDown(account, options), PAGES);
  await Promise.all([walk('qian.yong'), walk('du.juan', { phone: true, language: 'en' })]);
});
