import assert from 'node:assert/strict';
import { openTask } from './support/api.mjs';
import { journey } from './support/journey.mjs';
import { fillLeave, freeDays, prepareLeave, startLeave } from './support/leave.mjs';
import { PASSWORD } from './support/person.mjs';

// A session that ended in the middle of work, an address that leads nowhere, and what is none of one's business.
await journey(async (sitDown) => {
  const luo = await sitDown('luo.yan');
  const { page } = luo;
  const [day] = await freeDays(luo, 1);
  await startLeave(luo);
  await fillLeave(luo, { start: `${day}T13:00`, end: `${day}T18:00`, reason: '写到一半' });

  // The session ends while the form is open: the password again, and everything is still there.
  luo.expects(401, '/api/');
  await page.context().clearCookies();
  await fillLeave(luo, { type: '事假' });
  const dialog = page.getByRole('dialog');
  await luo.sees('登录已过期', dialog);
  await luo.looks('expired');
  await dialog.getByLabel('密码').fill(PASSWORD);
  await dialog.getByRole('button', { name: '登录并继续' }).click();
  await dialog.waitFor({ state: 'detached' });
  await luo.sees('5 小时', page.getByRole('region', { name: '请假时长和余额' }));
  assert.equal(await page.getByRole('textbox', { name: '请假原因' }).inputValue(), '写到一半');

  // An address that is none.
  await luo.open('/no/such/page');
  await luo.sees('没有这个页面');

  // Somebody else's request, a task that is not there, a person that is not, a process that is not.
  const su = await sitDown('su.rui');
  const [hers] = await freeDays(su, 1);
  const asked = { type: 'annual', start: `${hers}T09:00`, end: `${hers}T12:00`, reason: '私事' };
  const { path } = await prepareLeave(su, asked);
  await expiredWhileDeciding(await sitDown('du.juan', { phone: true }), su, path);
  const stranger = await sitDown('jia.lin', { phone: true });
  stranger.expects(404, '/api/');
  const nobody = '0190ffff-0000-7000-8000-000000000000';
  for (const [name, address] of [
    ['request', path],
    ['task', `/tasks/${nobody}`],
    ['person', `/contacts/${nobody}`],
    ['process', '/start/no-such-process'],
  ]) {
    await stranger.open(address);
    await stranger.sees('这里没有内容');
    await stranger.looks(name);
  }

  // Pages for administrators are refused in words.
  await stranger.open('/admin/calendar');
  await stranger.sees('你没有查看这一页的权限');
  await stranger.looks('refused');
});

/** News arrives when nobody knows the caller any more: the reason that was being typed outlives the signing in. */
async function expiredWhileDeciding(leader, applicant, path) {
  await openTask(leader, path);
  await leader.press(leader.button('拒绝', { exact: true }));
  const dialog = leader.page.getByRole('dialog', { name: '拒绝苏睿的申请？' });
  await dialog.getByRole('textbox').fill('那天要签约，请改期');
  leader.expects(401, '/api/');
  await leader.page.context().clearCookies();
  const [day] = await freeDays(applicant, 1);
  await prepareLeave(applicant, { type: 'personal', start: `${day}T09:00`, end: `${day}T12:00`, reason: '办事' });
  const again = leader.page.getByRole('dialog', { name: '请重新登录' });
  await again.getByLabel('密码').fill(PASSWORD);
  await leader.looks('expired-while-deciding');
  await leader.press(again.getByRole('button', { name: '登录并继续' }));
  await again.waitFor({ state: 'detached' });
  assert.equal(await dialog.getByRole('textbox').inputValue(), '那天要签约，请改期');
  await leader.press(dialog.getByRole('button', { name: '拒绝' }));
  await leader.sees('已拒绝苏睿的申请');
}
