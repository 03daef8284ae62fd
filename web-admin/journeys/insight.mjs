import assert from 'node:assert/strict';
import { ask, call } from './support/api.mjs';
import { journey } from './support/journey.mjs';

// A head sees where leave of his department waits, finds the requests behind a number and takes the table with him; the
// administrator sees the whole company on the diagram; an employee sees the own numbers and nobody else's. The demo company
// has a past of three months, which the server counts soon after its start.
await journey(async (sitDown) => {
  const gao = await sitDown('gao.admin');
  await gao.open('/insight');
  await gao.page.waitForFunction(
    async () => {
      const { items } = await (await fetch('/api/insight/processes')).json();
      return items.some((item) => item.key === 'leave-request' && item.figures.finished > 5);
    },
    undefined,
    { polling: 1_000, timeout: 90_000 },
  );
  // A server that has just started counts while the page is open: it is opened again until the numbers are there.
  for (let tries = 1; ; tries++) {
    await gao.open('/insight');
    const link = gao.page.getByRole('link', { name: '请假申请' }).first();
    const there = await link.waitFor({ timeout: 10_000 }).then(
      () => true,
      () => false,
    );
    if (there) break;
    assert.ok(tries < 6, 'the numbers of leave are on the page');
  }
  await gao.looks('overview');
  await gao.press(gao.page.getByRole('link', { name: '请假申请' }).first());
  await gao.page.locator('.djs-container svg').first().waitFor();
  await gao.page.locator('.bpmn-mark.heat').first().waitFor();
  await gao.sees('直接上级审批');
  await gao.looks('process');

  const sun = await sitDown('sun.lei');
  await sun.open('/insight/leave-request');
  await sun.page.getByRole('heading', { name: '趋势' }).waitFor();
  await sun.press(sun.button('表格'));
  await sun.page.getByRole('columnheader', { name: '其中工作时间' }).first().waitFor();
  await sun.looks('trend-as-table');
  await sun.press(sun.page.locator('.tiles button').first());
  const dialog = sun.page.getByRole('dialog');
  await dialog.getByRole('link').first().waitFor();
  await sun.looks('behind');
  const all = await call(gao, 'GET', '/insight/processes/leave-request');
  const own = await call(sun, 'GET', '/insight/processes/leave-request');
  assert.ok(own.figures.finished > 0 && own.figures.finished < all.figures.finished, 'a head sees his part');
  const { departments } = await call(gao, 'GET', '/insight/scope');
  const sales = departments.find((one) => one.name === '销售部');
  assert.equal((await ask(sun, 'GET', `/insight/processes/leave-request?department=${sales.id}`)).status, 404);
  await dialog.getByRole('link').first().click();
  await sun.page.waitForURL(/\/requests\//);

  await sun.open('/insight/leave-request');
  await sun.press(sun.button('导出'));
  const download = sun.page.waitForEvent('download');
  await sun.press(sun.page.getByRole('menuitem', { name: '各步骤（CSV）' }));
  assert.match((await download).suggestedFilename(), /^steps-.*\.csv$/);

  const chen = await sitDown('chen.yu');
  await chen.open('/insight');
  await chen.page.waitForURL(/\/insight\/mine/);
  await chen.sees('我的申请办得多快');
  await chen.looks('mine');
  assert.equal((await ask(chen, 'GET', '/insight/processes')).status, 403);

  const walk = await sitDown('sun.lei', { phone: true, language: 'en' });
  for (const [name, path] of [
    ['overview', '/insight'],
    ['process', '/insight/leave-request'],
    ['mine', '/insight/mine'],
  ]) {
    await walk.open(path);
    await walk.looks(name);
  }
});
