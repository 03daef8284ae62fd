import assert from 'node:assert/strict';
import { call } from './support/api.mjs';
import { pdf, png } from './support/files.mjs';
import { journey } from './support/journey.mjs';
import { fillLeave, freeDays, startLeave, submit } from './support/leave.mjs';

// Two days of sick leave need a proof: refused without, taken from the phone with; the leader opens it, nobody else can.
await journey(async (sitDown) => {
  const lin = await sitDown('yu.hang', { phone: true });
  const days = await freeDays(lin, 2);
  await startLeave(lin);
  await fillLeave(lin, {
    type: '病假',
    start: `${days[0]}T09:00`,
    end: `${days[1]}T18:00`,
    reason: '发烧，医生建议休息两天',
  });
  lin.expects(422, '/api/requests');
  await lin.press(lin.button('提交申请'));
  await lin.sees('满 2 天需要证明材料');
  await lin.looks('proof-missing');

  await fillLeave(lin, { proof: png('诊断证明 1.png') });
  await fillLeave(lin, { proof: pdf('病历“于航” (修订).pdf') });
  await lin.looks('with-proof');
  const path = await submit(lin);
  await lin.sees('诊断证明 1.png');

  const tang = await sitDown('tang.wei');
  await tang.open('/tasks');
  await tang.page
    .getByRole('button', { name: /于航 申请 病假 2 天/ })
    .first()
    .click();
  const link = tang.page.getByRole('link', { name: '诊断证明 1.png' });
  const [picture] = await Promise.all([tang.page.waitForEvent('popup'), link.click()]);
  await picture.waitForLoadState();
  assert.equal(await picture.locator('img').evaluate((image) => image.naturalWidth), 24);
  await picture.close();
  await tang.sees('病历“于航” (修订).pdf');
  await tang.looks('deciding');

  // Somebody of another department has the addresses, and nothing else.
  const stranger = await sitDown('wu.xs');
  stranger.expects(404, '/api/');
  await stranger.page.goto(await link.getAttribute('href'));
  assert.doesNotMatch(await stranger.page.content(), /<img/);
  await stranger.open(path);
  await stranger.sees('这里没有内容');
  await stranger.looks('not-yours');
  await assert.rejects(call(stranger, 'GET', path), /404/);
});
