import assert from 'node:assert/strict';
import { inWords } from './support/days.mjs';
import { journey } from './support/journey.mjs';
import { balance, fillLeave, freeDays, startLeave, submit } from './support/leave.mjs';

// Chen Yu asks for half a day; Zhao Min sees it arrive while she looks and approves it on the phone.
await journey(async (sitDown) => {
  const chen = await sitDown('chen.yu');
  const zhao = await sitDown('zhao.min', { phone: true });
  const [day] = await freeDays(chen, 1);
  const before = await balance(chen, 'annual', day);
  await zhao.open('/tasks');

  await startLeave(chen);
  await chen.looks('empty-form');
  await fillLeave(chen, { type: '年假', start: `${day}T13:00`, end: `${day}T18:00` });
  const aside = chen.page.getByRole('region', { name: '请假时长和余额' });
  await chen.sees('0.5 天', aside);
  await chen.sees(`${(before - 240) / 480} 天`, aside);
  const reason = `陪家人看医生 ${Date.now()} 😀 <b>不是粗体</b>`;
  await fillLeave(chen, { reason, handover: { pinyin: 'liuy', name: /刘洋/ } });
  await chen.looks('filled-form');
  await submit(chen);
  await chen.sees('进行中');
  await chen.sees('赵敏');
  await chen.looks('handed-in');

  // It arrives without a reload.
  const row = zhao.page.getByRole('button', { name: new RegExp(`年假 0\\.5 天.*${inWords(day)}`) });
  await row.waitFor();
  await zhao.looks('arrived');
  await zhao.press(row);
  await zhao.sees(reason);
  await zhao.looks('deciding');
  await zhao.press(zhao.button('同意'));
  const dialog = zhao.page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('好好休息，工作交给刘洋。');
  await zhao.looks('opinion');
  await zhao.press(dialog.getByRole('button', { name: '同意', exact: true }));
  await row.waitFor({ state: 'detached' });

  // Chen's page follows by itself.
  await chen.sees('已通过');
  await chen.sees('好好休息，工作交给刘洋。');
  await chen.page.getByRole('button', { name: '查看流程图' }).click();
  await chen.page.locator('.djs-container svg').first().waitFor();
  await chen.looks('approved');
  assert.equal(await balance(chen, 'annual', day), before - 240);

  await chen.open('/leave');
  await chen.sees('已批准');
  await chen.looks('my-leave');
  await chen.open(`/calendar?day=${day}`);
  await chen.open('/notifications');
  await chen.sees(/赵敏|已通过|批准/);
});
