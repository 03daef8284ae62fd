import assert from 'node:assert/strict';
import { call, openTask } from './support/api.mjs';
import { inWords, isoDay } from './support/days.mjs';
import { journey } from './support/journey.mjs';
import { fillLeave, freeDays, startLeave, submit } from './support/leave.mjs';

// Five working days across a Saturday on which the company works: over the leader and the head of the department to HR,
// where two people click at once.
await journey(async (sitDown) => {
  const admin = await sitDown('gao.admin');
  const saturday = comingSaturday();
  await admin.open('/admin/calendar');
  const year = Number(saturday.slice(0, 4));
  if (year > new Date().getFullYear()) await admin.button('下一年').click();
  await admin.button(new RegExp(`^${year}年${inWords(saturday)}`)).click();
  const dialog = admin.page.getByRole('dialog');
  await dialog.getByText('调休上班').click();
  await dialog.getByLabel('名称').fill('盘点调休');
  await admin.sees('包含这一天的请假会各多算一天', dialog);
  await admin.looks('make-up-day');
  await dialog.getByRole('button', { name: '保存这一天' }).click();
  await dialog.waitFor({ state: 'detached' });

  const wei = await sitDown('wei.dong');
  const days = await freeDays(wei, 5, { across: saturday });
  assert.ok(days.includes(saturday));
  await startLeave(wei);
  await fillLeave(wei, {
    type: '年假',
    start: `${days[0]}T09:00`,
    end: `${days.at(-1)}T18:00`,
    reason: '回老家办婚礼',
  });
  const aside = wei.page.getByRole('region', { name: '请假时长和余额' });
  await wei.sees('5 天', aside);
  await wei.sees('盘点调休', aside);
  await wei.looks('five-days');
  const path = await submit(wei);

  await approve(await sitDown('zheng.hao', { phone: true }), path);
  await approve(await sitDown('qian.yong'), path);
  await wei.sees('人事审批');

  // Two of HR have the task open; news of the other does not reach them in time, and both click.
  const hr = [await sitDown('wang.hr', { deaf: true }), await sitDown('shi.yun', { deaf: true })];
  for (const one of hr) {
    one.expects(409, '/approve');
    await openTask(one, path);
    await one.button('同意', { exact: true }).waitFor();
  }
  await Promise.all(hr.map((one) => one.button('同意', { exact: true }).click()));
  await wei.sees('已通过');
  const words = /(王慧|石韵) 已于 .+ 同意/;
  const second = await Promise.any(hr.map((one) => one.sees(words).then(() => one)));
  await second.looks('too-late');
  const { timeline } = await call(wei, 'GET', path);
  assert.equal(timeline.filter((entry) => entry.action === 'approve').length, 3);
});

async function approve(person, path) {
  await openTask(person, path);
  await person.press(person.button('同意', { exact: true }));
  if (person.phone)
    await person.press(person.page.getByRole('dialog').getByRole('button', { name: '同意', exact: true }));
  await person.sees('已同意');
}

/** Weeks behind the days that other journeys ask for. */
function comingSaturday() {
  const today = new Date(`${isoDay(0)}T00:00Z`).getUTCDay();
  return isoDay(42 + ((6 - today + 7) % 7));
}
