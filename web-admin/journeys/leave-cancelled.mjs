import assert from 'node:assert/strict';
import { call } from './support/api.mjs';
import { journey } from './support/journey.mjs';
import { balance, freeDays, prepareLeave, submit } from './support/leave.mjs';

// Approved leave is no longer needed: cancelled from "my leave", confirmed on the phone, the balance comes back.
await journey(async (sitDown) => {
  const tian = await sitDown('tian.yu');
  const han = await sitDown('han.xue', { phone: true });
  const [day] = await freeDays(tian, 1);
  const before = await balance(tian, 'annual', day);
  const asked = { type: 'annual', start: `${day}T09:00`, end: `${day}T18:00`, reason: '出游' };
  const { id, number } = await prepareLeave(tian, asked);
  await han.open('/tasks');
  await han.press(han.page.getByRole('button', { name: new RegExp(number) }));
  await approveOnPhone(han);
  await tian.open('/leave');
  await tian.sees('已批准');
  assert.equal(await balance(tian, 'annual', day), before - 480);

  await tian.button(new RegExp(`^销假\\s?${number}`)).click();
  await tian.page.waitForURL(`**/start/leave-cancellation?leave=${id}`);
  await tian.ready();
  await tian.page.getByRole('textbox', { name: '说明' }).fill('行程取消');
  await tian.looks('cancelling');
  await submit(tian);

  await han.press(han.page.getByRole('button', { name: /田雨 申请 销假/ }));
  await han.looks('confirming');
  await approveOnPhone(han);
  await tian.sees('已通过');
  assert.equal(await balance(tian, 'annual', day), before);
  const { items } = await call(tian, 'GET', `/calendar/entries?from=${day}&to=${day}`);
  assert.deepEqual(items, []);
  await tian.open('/leave');
  await tian.sees('已销假');
  await tian.page.getByRole('button', { name: /^年假/ }).first().click();
  await tian.sees('销假退还', tian.page.getByRole('dialog'));
  await tian.looks('ledger');
});

async function approveOnPhone(person) {
  await person.press(person.button('同意', { exact: true }));
  await person.press(person.page.getByRole('dialog').getByRole('button', { name: '同意', exact: true }));
  await person.sees('已同意');
}
