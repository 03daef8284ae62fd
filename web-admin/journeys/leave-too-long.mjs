import assert from 'node:assert/strict';
import { journey } from './support/journey.mjs';
import { balance, fillLeave, freeDays, startLeave, submit } from './support/leave.mjs';

// More than is left: the form says so while it is filled in, the server refuses in words, and nothing typed is lost.
await journey(async (sitDown) => {
  const zeng = await sitDown('zeng.li');
  const { page } = zeng;
  // Behind the Saturday that another journey makes a working day.
  const days = await freeDays(zeng, 22, { from: 60 });
  const before = await balance(zeng, 'annual', days[0]);
  const reason = '环岛骑行\n第二行 𠮷野家😀';

  await startLeave(zeng);
  await fillLeave(zeng, { type: '年假', start: `${days[0]}T09:00`, end: `${days[21]}T18:00`, reason });
  const aside = page.getByRole('region', { name: '请假时长和余额' });
  await zeng.sees('22 天', aside);
  await zeng.sees('不足，还差', aside);

  zeng.expects(422, '/api/requests');
  await zeng.button('提交申请').click();
  const refusal = page.getByRole('alert').filter({ hasText: '本次请假共 22 天' });
  await refusal.waitFor();
  assert.match(await refusal.innerText(), /年假余额 \d+(\.5)? 天，还差 \d+(\.5)? 天/);
  await zeng.looks('refused');
  assert.equal(await page.getByRole('textbox', { name: '请假原因' }).inputValue(), reason);

  // Closing the page by mistake loses nothing either.
  await page.reload();
  await zeng.ready();
  await zeng.sees('已恢复你在');
  assert.equal(await page.getByRole('textbox', { name: '请假原因' }).inputValue(), reason);
  await zeng.looks('restored');

  // One day instead, and it goes through; the balance is held at once.
  await fillLeave(zeng, { end: `${days[0]}T18:00` });
  await zeng.sees('1 天', aside);
  await submit(zeng);
  await zeng.sees('进行中');
  assert.equal(await balance(zeng, 'annual', days[0]), before - 480);
});
