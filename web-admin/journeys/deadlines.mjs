import assert from 'node:assert/strict';
import { call } from './support/api.mjs';
import { journey } from './support/journey.mjs';

const rows = (page) => page.locator('button[data-task]');

// A leader finds what is overdue, sees how late it is and what happens next by itself; the applicant sees for whom the
// request waits. The demo company has such requests.
await journey(async (sitDown) => {
  const zhao = await sitDown('zhao.min');
  const { page } = zhao;
  await zhao.open('/');
  await zhao.sees(/已超时/);
  await zhao.looks('workbench');

  await zhao.open('/tasks');
  await page.getByRole('combobox', { name: '按期限筛选' }).selectOption('overdue');
  await page.waitForURL(/due=overdue/);
  const { items } = await call(zhao, 'GET', '/tasks?view=todo&due=overdue&limit=50');
  assert.ok(items.length > 0, 'something is overdue');
  assert.ok(items.every((item) => item.timeLeft.state === 'overdue'));
  await rows(page)
    .nth(items.length - 1)
    .waitFor();
  await zhao.looks('overdue');

  const late = items.find((item) => item.applicant.name === '张伟');
  await zhao.open(`/requests/${late.requestId}`);
  await zhao.sees(/已超时 .*（工作时间）/);
  await page.getByRole('button', { name: '查看流程图' }).click();
  await zhao.sees('期限与超时处理');
  await zhao.sees('超时 2 天：告知处理人的上级');
  await zhao.looks('ladder');

  const zhang = await sitDown('zhang.wei', { phone: true });
  await zhang.open('/tasks?view=started');
  await zhang.sees(/正在等 赵敏/);
  await zhang.looks('started');

  const english = await sitDown('zhao.min', { phone: true, language: 'en' });
  await english.open('/tasks?due=overdue');
  await english.sees(/overdue by/);
  await english.looks('overdue');
});
