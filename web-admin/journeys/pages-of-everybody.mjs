import { journey } from './support/journey.mjs';
import { visit, visitRequest, visitTask } from './support/pages.mjs';

// What everybody sees every day: each page on the desktop (Chinese, light) and on the phone (English, dark); the most used
// ones also the other way round and on a small desktop.
const PAGES = [
  ['workbench', '/'],
  ['catalogue', '/start'],
  ['todo', '/tasks'],
  ['done', '/tasks?view=done'],
  ['started', '/tasks?view=started'],
  ['copied', '/tasks?view=copied'],
  ['contacts', '/contacts'],
  ['stand-in', '/stand-in'],
  ['notifications', '/notifications'],
  ['notifications-unread', '/notifications?unread=1&group=meetings'],
  ['unknown-page', '/no/such/page'],
];
const FEW = [
  ['workbench', '/'],
  ['todo', '/tasks'],
  ['start-leave', '/start/leave-request'],
];

await journey(async (sitDown) => {
  const walk = async (account, pages, options) => {
    const person = await sitDown(account, options);
    await visit(person, pages);
    await visitTask(person);
    await visitRequest(person);
  };
  await Promise.all([walk('zhao.min', PAGES), walk('han.xue', PAGES, { phone: true, language: 'en' })]);
  await Promise.all([
    walk('zhao.min', FEW, { language: 'en', dark: true, width: 1024 }),
    walk('han.xue', FEW, { phone: true, dark: false }),
  ]);
});
