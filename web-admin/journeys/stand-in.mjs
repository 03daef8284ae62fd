import assert from 'node:assert/strict';
import { journey } from './support/journey.mjs';
import { call } from './support/api.mjs';
import { freeDays } from './support/leave.mjs';

// A leader is away: a colleague decides in her place, and what is left comes back when she is here again early.
await journey(async (sitDown) => {
  const yu = await sitDown('yu.hang');
  const tang = await sitDown('tang.wei');
  const han = await sitDown('han.xue', { phone: true });
  const tangs = (await call(tang, 'GET', '/me')).name;
  const hans = (await call(han, 'GET', '/me')).name;
  const first = await ask(yu, 0);
  const second = await ask(yu, 1);

  await tang.open('/stand-in');
  await tang.sees('还没有代理');
  await tang.looks('nobody');
  await tang.button('请人代理').click();
  const dialog = tang.page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: '由谁审批' }).fill(hans);
  await tang.page.getByRole('option', { name: hans }).click();
  await tang.sees(/件待办马上转给/, dialog);
  await tang.looks('setting');
  await dialog.getByRole('button', { name: '开始代理' }).click();
  await tang.sees(new RegExp(`已由${hans}代理`));
  await tang.sees(`${hans}替我审批`);
  await tang.looks('current');

  await han.open('/stand-in');
  await han.sees(`我替${tangs}审批`);
  await han.looks('standing-in');
  assert.ok(await holds(han, first), 'the deputy holds the first');
  const task = await holds(han, second);
  await han.open('/tasks');
  await han.sees(`${hans}代${tangs}`);
  await han.looks('list');
  await han.open(`/tasks/${task.id}`);
  await han.sees(`${hans} 正在代 ${tangs} 审批`);
  await han.looks('acting');
  await tang.open(`/tasks/${task.id}`);
  await tang.sees(`${hans} 正在代你处理这项待办`);
  await tang.looks('acted-for');
  await tang.open('/stand-in');
  await call(han, 'POST', `/tasks/${task.id}/approve`, { comment: '同意', revision: task.revision });
  const trail = (await call(yu, 'GET', `/requests/${second}`)).timeline;
  assert.ok(
    trail.some((line) => line.person?.name === hans && line.onBehalfOf?.name === tangs),
    'both names stand in the trail',
  );

  await tang.button(/提前结束/).click();
  await tang.looks('ending');
  await tang.page.getByRole('dialog').getByRole('button', { name: '提前结束' }).click();
  await tang.sees(/代理已结束/);
  await tang.sees('已结束');
  assert.ok(await holds(tang, first), 'what is undecided came back');
  assert.equal(await holds(han, first), undefined);
});

async function ask(person, turn) {
  const [day] = await freeDays(person, 1, { from: 60 + 20 * turn });
  const answers = { type: 'personal', start: `${day}T09:00`, end: `${day}T18:00`, reason: '家中有事' };
  return (await call(person, 'POST', '/requests', { process: 'leave-request', answers })).id;
}

async function holds(person, request) {
  const { items } = await call(person, 'GET', '/tasks?view=todo&limit=50');
  return items.find((item) => item.requestId === request);
}
