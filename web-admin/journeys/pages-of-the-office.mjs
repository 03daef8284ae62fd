import { call } from './support/api.mjs';
import { journey } from './support/journey.mjs';
import { visit } from './support/pages.mjs';

// The pages of the procedures: each on the desktop (Chinese, light) and on the phone (English, dark).
const PAGES = [
  ['start-leave', '/start/leave-request'],
  ['start-cancellation', '/start/leave-cancellation'],
  ['leave', '/leave'],
  ['start-expense', '/start/expense-claim'],
  ['expenses', '/expenses'],
  ['start-permission', '/start/permission-request'],
  ['grants', '/grants'],
  ['grants-owned', '/grants/owned'],
  ['start-worktask', '/start/worktask'],
  ['worktasks', '/worktasks'],
  ['worktask-board', '/worktasks?view=board'],
  ['worktask-team', '/worktasks?view=team'],
  ['calendar', '/calendar'],
  ['calendar-day', '/calendar?view=day'],
  ['calendar-week', '/calendar?view=week'],
  ['calendar-list', '/calendar?view=agenda'],
  ['start-meeting', '/start/meeting-booking'],
  ['meetings', '/meetings'],
  ['meetings-past', '/meetings?view=past'],
  ['rooms', '/rooms'],
];

await journey(async (sitDown) => {
  const walk = async (account, options) => {
    const person = await sitDown(account, options);
    await visit(person, PAGES);
    const { items } = await call(person, 'GET', '/worktasks?limit=1');
    await visit(person, [['worktask', `/worktasks/${items[0].id}`]]);
  };
  await Promise.all([walk('sun.lei'), walk('qian.yong', { phone: true, language: 'en' })]);
});
