import { journey } from './support/journey.mjs';
import { visit } from './support/pages.mjs';

// The pages of those who look after something: each on the desktop (Chinese, light) and on the phone (English, dark).
const KEPT = [
  ['working-calendar', '/admin/calendar'],
  ['rooms-managed', '/admin/rooms'],
  ['people', '/admin/people'],
  ['hires', '/onboarding'],
  ['permissions', '/admin/grants'],
  ['stand-ins', '/admin/stand-ins'],
  ['under-way', '/admin/requests'],
  ['handover', '/admin/handover'],
  ['record', '/admin/record'],
];
const PAID = [
  ['claims', '/finance/expenses'],
  ['payable', '/finance/expenses?tab=payable'],
  ['paid', '/finance/expenses?tab=paid'],
  ['budgets', '/finance/expenses?tab=budgets'],
];

await journey(async (sitDown) => {
  const walk = async (options) => {
    await visit(await sitDown('gao.admin', options), KEPT);
    await visit(await sitDown('wei.min', options), PAID);
  };
  await Promise.all([walk({}), walk({ phone: true, language: 'en' })]);
});
