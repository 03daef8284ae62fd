import assert from 'node:assert/strict';
import { call } from './support/api.mjs';
import { journey } from './support/journey.mjs';
import { freeDays, prepareLeave } from './support/leave.mjs';

const rows = (page) => page.locator('button[data-task]');
const waiting = (person) => call(person, 'GET', '/tasks?view=todo&process=leave-request&sort=oldest&limit=50');

// Many requests wait: the search for them is kept, several are approved in one go while one of them is withdrawn, the rest
// goes one after the other without the mouse until nothing is left, and two more are rejected with the thumb.
await journey(async (sitDown) => {
  const bai = await sitDown('bai.jie');
  const fang = await sitDown('fang.qi');
  const asked = [];
  for (const person of [bai, bai, fang, bai, fang, bai]) asked.push(await ask(person));

  const xu = await sitDown('xu.lan');
  const { page } = xu;
  await xu.open('/tasks');
  await page.getByRole('combobox', { name: '按流程筛选' }).selectOption('leave-request');
  await page.getByRole('combobox', { name: '排序' }).selectOption('oldest');
  await page.waitForURL(/sort=oldest/);
  const { items } = await waiting(xu);
  await rows(page)
    .nth(items.length - 1)
    .waitFor();
  await keep(xu, items.length);

  await ticked(xu, asked, items);
  await oneByOne(xu);

  const thumb = await sitDown('xu.lan', { phone: true });
  await withTheThumb(thumb, [await ask(fang), await ask(fang)]);
});

async function ask(person) {
  const [day] = await freeDays(person, 1, { from: 90 });
  const span = { start: `${day}T13:00`, end: `${day}T18:00` };
  const { id } = await prepareLeave(person, { type: 'personal', ...span, reason: '办理落户手续' });
  return { person, id };
}

/** The list opens with it from now on, and it says how much there is. */
async function keep(xu, count) {
  const { page } = xu;
  await xu.button('存为常用').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: '名字' }).fill('组里的请假');
  await dialog.getByRole('checkbox', { name: '以后打开待办，先看这个' }).check();
  await xu.looks('keeping');
  await dialog.getByRole('button', { name: '保存' }).click();
  const chip = page.getByRole('link', { name: new RegExp(`组里的请假\\s*${count}`) });
  await chip.waitFor();
  await xu.open('/');
  await page.getByRole('link', { name: /^待办/ }).first().click();
  await page.waitForURL(/process=leave-request.*sort=oldest/);
  await rows(page)
    .nth(count - 1)
    .waitFor();
  await xu.button('管理常用筛选').click();
  await xu.looks('managing');
  await page.keyboard.press('Escape');
}

async function ticked(xu, asked, items) {
  const { page } = xu;
  const mine = items.filter((item) => asked.some((one) => one.id === item.requestId));
  const from = items.indexOf(mine[0]);
  const tick = (at) => page.getByRole('checkbox', { name: /选中：/ }).nth(at);
  await tick(from).click({ force: true });
  await tick(from + 3).click({ force: true, modifiers: ['Shift'] });
  await xu.sees('已选 4 件');
  await xu.looks('ticked');
  await page.keyboard.press('?');
  await xu.sees('连续选中到这里', page.getByRole('dialog'));
  await xu.looks('keys');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });

  await page.keyboard.press('a');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').waitFor();
  await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
  await page.keyboard.type('同意，假期愉快');
  await xu.looks('asking');
  // One of the four is taken back by its applicant while the words are typed.
  await withdraw(asked.find((one) => one.id === mine[1].requestId));
  await dialog.getByRole('button', { name: '同意 4 件' }).click();
  await xu.sees('已同意 3 件', dialog);
  await xu.sees('这项待办已经不需要你处理了', dialog);
  await xu.looks('one-left');
  await dialog.getByRole('button', { name: '关闭', exact: true }).last().click();
  await dialog.waitFor({ state: 'hidden' });
  for (const at of [0, 2, 3]) {
    const request = await call(xu, 'GET', `/requests/${mine[at].requestId}`);
    assert.equal(request.status, 'approved');
    assert.ok(request.timeline.some((line) => line.comment === '同意，假期愉快'));
  }
}

async function withdraw({ person, id }) {
  const { revision } = await call(person, 'GET', `/requests/${id}`);
  await call(person, 'POST', `/requests/${id}/withdraw`, { comment: '改期', revision });
}

/** Without the mouse: approve, and the next one is open, until nothing is left. */
async function oneByOne(xu) {
  const { page } = xu;
  const heading = () => page.getByRole('region', { name: '详情' }).getByRole('heading', { level: 2 }).first();
  for (let left = (await waiting(xu)).items.length; left > 0; left--) {
    const before = await heading().innerText();
    await page.keyboard.press('a');
    await page.getByRole('dialog').getByRole('textbox').waitFor();
    await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
    await page.keyboard.press('Control+Enter');
    if (left === 1) break;
    await page.waitForFunction(
      (gone) => ![...document.querySelectorAll('h2')].some((one) => one.innerText === gone),
      before,
    );
    await page.waitForFunction(() => document.activeElement?.matches('[data-task]'));
  }
  await xu.sees('都办完了');
  await xu.sees(/这一轮处理了 \d+ 件/);
  await xu.looks('all-done');
}

async function withTheThumb(xu, asked) {
  const { page } = xu;
  await xu.open('/tasks');
  await page.waitForURL(/process=leave-request/);
  await rows(page)
    .nth(asked.length - 1)
    .waitFor();
  await xu.press(xu.button('多选'));
  for (let at = 0; at < asked.length; at++) await xu.press(rows(page).nth(at));
  await xu.sees('已选 2 件');
  await xu.looks('ticked');
  await xu.press(xu.button('拒绝 2 件'));
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('textbox').waitFor();
  await xu.press(sheet.getByRole('button', { name: '拒绝 2 件' }));
  await xu.sees('请写明原因', sheet);
  await sheet.getByRole('textbox').fill('那几天要盘点，请换个日子');
  await xu.looks('rejecting');
  await xu.press(sheet.getByRole('button', { name: '拒绝 2 件' }));
  await xu.sees('已拒绝 2 件');
  for (const { person, id } of asked) {
    assert.equal((await call(person, 'GET', `/requests/${id}`)).status, 'rejected');
  }
}
