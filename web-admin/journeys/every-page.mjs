import { journey } from './support/journey.mjs';
import { call } from './support/leave.mjs';

// Every page, on the desktop in both languages and on the phone, light and dark: a picture and a check by axe.
const PAGES = [
  ['workbench', '/'],
  ['catalogue', '/start'],
  ['start-leave', '/start/leave-request'],
  ['start-cancellation', '/start/leave-cancellation'],
  ['start-expense', '/start/expense-claim'],
  ['expenses', '/expenses'],
  ['todo', '/tasks'],
  ['done', '/tasks?view=done'],
  ['started', '/tasks?view=started'],
  ['copied', '/tasks?view=copied'],
  ['contacts', '/contacts'],
  ['leave', '/leave'],
  ['grants', '/grants'],
  ['grants-owned', '/grants/owned'],
  ['stand-in', '/stand-in'],
  ['start-permission', '/start/permission-request'],
  ['worktasks', '/worktasks'],
  ['worktask-board', '/worktasks?view=board'],
  ['worktask-team', '/worktasks?view=team'],
  ['start-worktask', '/start/worktask'],
  ['calendar', '/calendar'],
  ['calendar-day', '/calendar?view=day'],
  ['calendar-week', '/calendar?view=week'],
  ['calendar-list', '/calendar?view=agenda'],
  ['meetings', '/meetings'],
  ['meetings-past', '/meetings?view=past'],
  ['rooms', '/rooms'],
  ['start-meeting', '/start/meeting-booking'],
  ['notifications', '/notifications'],
  ['settings', '/me'],
  ['profile', '/me/profile'],
  ['appearance', '/me/appearance'],
  ['security', '/me/security'],
  ['tokens', '/me/tokens'],
  ['unknown-page', '/no/such/page'],
];
const FOR_ADMINISTRATORS = [
  ['working-calendar', '/admin/calendar'],
  ['rooms-managed', '/admin/rooms'],
  ['people', '/admin/people'],
  ['hires', '/onboarding'],
  ['permissions', '/admin/grants'],
  ['stand-ins', '/admin/stand-ins'],
];

// Three people at once, each with tasks and requests of their own.
const WALKS = [
  ['zhao.min', 'gao.admin', {}],
  ['qian.yong', 'gao.admin', { language: 'en' }],
  ['han.xue', 'gao.admin', { phone: true }],
];

await journey(async (sitDown) => {
  await Promise.all(
    WALKS.map(async ([leader, administrator, options]) => {
      const person = await sitDown(leader, options);
      await visit(person, PAGES);
      await openTask(person);
      await openRequest(person);
      await openWorktask(person);
      await visit(await sitDown(administrator, options), FOR_ADMINISTRATORS);
    }),
  );
});

async function visit(person, pages) {
  for (const [title, path] of pages) {
    await person.open(path);
    await person.looks(named(person, title));
  }
}

async function openTask(person) {
  const { items } = await call(person, 'GET', '/tasks?view=todo&limit=1');
  await person.open(`/tasks/${items[0].id}`);
  await person.button(person.english ? 'Why me?' : '为什么由我处理').click();
  await person.looks(named(person, 'task'));
}

async function openWorktask(person) {
  const { items } = await call(person, 'GET', '/worktasks?limit=1');
  await person.open(`/worktasks/${items[0].id}`);
  await person.looks(named(person, 'worktask'));
}

async function openRequest(person) {
  const { items } = await call(person, 'GET', '/tasks?view=started&limit=1');
  await person.open(`/requests/${items[0].requestId}`);
  await person.button(person.english ? 'Show the process diagram' : '查看流程图').click();
  await person.page.locator('.djs-container svg').first().waitFor();
  await person.looks(named(person, 'request'));
}

function named(person, title) {
  return `${title}-${person.english ? 'en' : 'zh'}`;
}
