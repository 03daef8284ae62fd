import assert from 'node:assert/strict';
import { journey } from './support/journey.mjs';
import { call, openTask } from './support/api.mjs';
import { balance, freeDays, prepareLeave } from './support/leave.mjs';

// An administrator suspends and resumes a request, corrects it, puts it to another step and stops it; then everything of
// somebody who leaves goes to a successor.
await journey(async (sitDown) => {
  const gao = await sitDown('gao.admin');
  await underWay(sitDown, gao);
  await handedOver(sitDown, gao);
});

async function underWay(sitDown, gao) {
  const yao = await sitDown('yao.qian');
  const feng = await sitDown('feng.jie', { phone: true });
  const [day] = await freeDays(yao, 1);
  const before = await balance(yao, 'personal', day);
  const asked = { type: 'personal', start: `${day}T09:00`, end: `${day}T18:00`, reason: '看牙' };
  const { path, number } = await prepareLeave(yao, asked);

  await gao.open('/admin/requests');
  await gao.looks('under-way');
  await gao.page.getByRole('textbox', { name: '搜索标题或编号' }).fill(number);
  const row = gao.page.getByRole('link', { name: /姚倩 申请 事假/ });
  await row.click();
  await gao.page.waitForURL(`**${path}`);
  await gao.ready();

  // Without a reason nothing happens.
  const suspending = await ask(gao, '挂起');
  gao.expects(422, '/suspend');
  await suspending.getByRole('button', { name: '挂起' }).click();
  await gao.sees('请写明原因', suspending);
  await suspending.getByRole('textbox').fill('等审计结果');
  await gao.looks('suspending');
  await suspending.getByRole('button', { name: '挂起' }).click();
  await gao.sees(/高远 .+ 挂起了这份申请/);
  await gao.looks('suspended');
  await feng.open('/tasks');
  await feng.press(feng.page.getByRole('button', { name: /姚倩 申请 事假.*已挂起/s }));
  await feng.sees('等审计结果');
  assert.equal(await feng.button('同意', { exact: true }).count(), 0);
  await feng.looks('suspended-task');

  await say(gao, '恢复', '审计结束');
  await gao.sees('已恢复');
  await openTask(feng, path);
  await feng.button('同意', { exact: true }).first().waitFor();

  const correcting = await ask(gao, '修正内容');
  await correcting.getByRole('textbox', { name: '请假原因' }).fill('看牙，复诊');
  await correcting.getByRole('textbox', { name: '原因', exact: true }).fill('补充说明');
  await gao.looks('correcting');
  await correcting.getByRole('button', { name: '修正内容' }).click();
  await gao.sees('内容已修正');
  await gao.sees('看牙，复诊', gao.page.getByRole('list'));

  const jumping = await ask(gao, '跳转');
  await jumping.getByRole('combobox', { name: '跳转到' }).click({ force: true });
  await gao.page.getByRole('option', { name: '人事审批' }).click();
  await gao.sees('接着处理', jumping);
  await jumping.getByRole('textbox').fill('直属上级出差，人事代审');
  await gao.looks('jumping');
  await jumping.getByRole('button', { name: '跳转' }).click();
  await gao.sees('已跳转');
  await gao.sees('→ 人事审批');
  await gao.looks('jumped');

  const stopping = await ask(gao, '终止');
  await gao.sees('系统登记并占用余额', stopping);
  await stopping.getByRole('textbox').fill('重复提交');
  await gao.looks('stopping');
  await stopping.getByRole('button', { name: '终止' }).click();
  await gao.sees('终止了流程');
  await yao.open(path);
  await yao.sees('已终止');
  await yao.sees('重复提交');
  assert.equal(await balance(yao, 'personal', day), before);
}

async function handedOver(sitDown, gao) {
  const nan = await sitDown('jiang.nan');
  const du = await sitDown('du.juan', { phone: true, language: 'en' });
  const [day] = await freeDays(nan, 1);
  const asked = { type: 'personal', start: `${day}T09:00`, end: `${day}T18:00`, reason: '搬家' };
  const { path } = await prepareLeave(nan, asked);

  await gao.open('/admin/requests');
  await gao.button('工作交接').click();
  await gao.page.waitForURL('**/admin/handover');
  await pick(gao, '谁的工作', 'fengjie', '冯杰');
  await gao.sees(/姜楠 申请 事假/);
  await gao.looks('holdings');
  await gao.button(/交接 \d+ 件待办/).click();
  await gao.sees('请选择接手的人');
  await pick(gao, '交给谁', 'dujuan', '杜娟');
  await gao.page.getByRole('textbox', { name: '原因' }).fill('冯杰离职');
  await gao.button(/交接 \d+ 件待办/).click();
  await gao.sees(/已处理 \d+ \/ \d+/);
  await gao.looks('handed-over');
  await du.open('/tasks');
  await du.press(du.page.getByRole('button', { name: /姜楠/ }).first());
  await du.looks('taken-over');
  const { openTasks } = await call(nan, 'GET', path);
  assert.equal(openTasks[0].holders[0].name, '杜娟');
}

/** Opens a dialog of the administrators' menu. */
async function ask(person, deed) {
  await person.button('管理').click();
  await person.page.getByRole('menuitem', { name: deed, exact: true }).click();
  const dialog = person.page.getByRole('dialog');
  await dialog.waitFor();
  return dialog;
}

async function say(person, deed, reason) {
  const dialog = await ask(person, deed);
  await dialog.getByRole('textbox').fill(reason);
  await dialog.getByRole('button', { name: deed }).click();
}

async function pick(person, label, pinyin, name) {
  const box = person.page.getByRole('combobox', { name: label });
  await box.click({ force: true });
  await box.fill(pinyin);
  await person.page.getByRole('option', { name }).click();
}
