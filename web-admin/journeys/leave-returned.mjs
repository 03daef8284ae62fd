import assert from 'node:assert/strict';
import { journey } from './support/journey.mjs';
import { call } from './support/api.mjs';
import { balance, fillLeave, freeDays, prepareLeave } from './support/leave.mjs';

// Returned with a reason, changed, handed in again, approved.
await journey(async (sitDown) => {
  const pan = await sitDown('pan.yue');
  const tang = await sitDown('tang.wei');
  const [day] = await freeDays(pan, 1);
  const before = await balance(pan, 'annual', day);
  const asked = { type: 'annual', start: `${day}T09:00`, end: `${day}T18:00`, reason: '处理家中事务' };
  const { path } = await prepareLeave(pan, asked);
  await pan.open(path);

  // A colleague is sent a copy; that it was read is seen by whoever sent it.
  await pan.button('抄送', { exact: true }).click();
  const copying = pan.page.getByRole('dialog');
  const box = copying.getByRole('combobox', { name: '抄送给' });
  await box.click({ force: true });
  await box.pressSequentially('cai.xin');
  await pan.page.getByRole('option', { name: '蔡欣' }).click();
  await box.press('Tab');
  await pan.looks('copying');
  await copying.getByRole('button', { name: '抄送' }).click();
  await pan.sees('未读 1');
  const cai = await sitDown('cai.xin', { phone: true });
  const unread = async () => (await call(cai, 'GET', '/tasks/counts')).copied;
  const copies = await unread();
  await cai.open('/tasks?view=copied');
  await cai.looks('copied');
  await cai.press(cai.page.getByRole('button', { name: /潘越 申请 年假 1 天/ }));
  await pan.sees('已读 1');
  assert.equal(await unread(), copies - 1);

  await tang.open('/tasks');
  await tang.page.getByRole('button', { name: /潘越 申请 年假 1 天/ }).click();
  await tang.button('更多', { exact: true }).last().click();
  await tang.page.getByRole('menuitem', { name: '退回修改' }).click();
  const dialog = tang.page.getByRole('dialog');
  await dialog.getByRole('button', { name: '退回修改' }).click();
  await tang.sees('请写明原因', dialog);
  await dialog.getByRole('textbox').fill('上午有评审，请改成下午。');
  await tang.looks('reason');
  await dialog.getByRole('button', { name: '退回修改' }).click();
  await tang.sees('已退回给潘越修改');

  // The applicant's page says so by itself and leads on.
  await pan.sees('这份申请退回给你修改');
  await pan.looks('returned');
  await pan.page.getByRole('link', { name: '去修改并重新提交' }).click();
  await pan.sees('上午有评审，请改成下午。');
  await fillLeave(pan, { start: `${day}T13:00` });
  await pan.looks('correcting');
  await pan.button('重新提交').click();
  await pan.sees('已重新提交');

  const row = tang.page.getByRole('button', { name: /潘越 申请 年假 0\.5 天/ });
  await row.click();
  await tang.sees('修改后重新提交');
  await tang.looks('once-more');
  await tang.button('同意', { exact: true }).click();
  await tang.sees('已同意潘越的申请');
  await pan.open(path);
  await pan.sees('已通过');
  assert.equal(await balance(pan, 'annual', day), before - 240);
});
