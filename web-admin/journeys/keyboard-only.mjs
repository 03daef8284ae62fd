import assert from 'node:assert/strict';
import { journey } from './support/journey.mjs';
import { freeDays, prepareLeave } from './support/leave.mjs';

// Without a mouse: in, through the list with j and k, a decision, and the next one is open.
await journey(async (sitDown) => {
  for (const account of ['cui.hao', 'lu.chen', 'jiang.nan']) {
    const one = await sitDown(account);
    const [day] = await freeDays(one, 1);
    await prepareLeave(one, { type: 'personal', start: `${day}T13:00`, end: `${day}T18:00`, reason: '办事' });
  }

  const feng = await sitDown(undefined);
  const { page } = feng;
  const press = (key) => page.keyboard.press(key);
  await page.goto('/sign-in?next=/tasks');
  await page.waitForFunction(() => document.activeElement?.matches('input'));
  await page.keyboard.type('feng.jie');
  await press('Tab');
  await page.keyboard.type('Tongban-demo-1');
  await press('Enter');
  await page.waitForURL(/\/tasks/);
  await feng.ready();

  const titleOpen = () => page.getByRole('region', { name: '详情' }).getByRole('heading', { level: 2 }).first();
  await titleOpen().waitFor();
  const first = await titleOpen().innerText();
  await press('j');
  await page.waitForFunction(
    (before) => ![...document.querySelectorAll('h2')].some((h) => h.innerText === before),
    first,
  );
  const second = await titleOpen().innerText();
  assert.notEqual(second, first);
  await press('k');
  await page.getByRole('heading', { name: first }).waitFor();
  await press('j');
  await page.getByRole('heading', { name: second }).waitFor();
  await feng.looks('second-open');

  await press('a');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').waitFor();
  await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
  await page.keyboard.type('同意，注意交接');
  await feng.looks('opinion');
  await press('Control+Enter');
  await feng.sees('已同意');
  await dialog.waitFor({ state: 'detached' }).catch(() => {});

  // The neighbour took its place and has the focus.
  await page.waitForFunction((gone) => ![...document.querySelectorAll('h2')].some((h) => h.innerText === gone), second);
  const third = await titleOpen().innerText();
  assert.notEqual(third, second);
  await page.waitForFunction(() => document.activeElement?.matches('[data-task]'));
  await press('/');
  await page.waitForFunction(() => document.activeElement?.matches('input[type=search]'));
  await page.keyboard.type('没有这样的申请');
  await feng.sees('没有符合条件的内容');
  await feng.looks('nothing-found');
});
