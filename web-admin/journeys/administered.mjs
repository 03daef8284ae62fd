import assert from 'node:assert/strict';
import { journey } from './support/journey.mjs';
import { call, openTask } from './support/api.mjs';
import { balance, freeDays, prepareLeave } from './support/leave.mjs';

// An administrator suspends and resumes a request, corrects it, puts it to another step and stops it; then everything of
// somebody who leaves goes to a successor.
await journey(async (sitDown) => {
  const lin = await sitDown('lin.lc');
  await underWay(sitDown, lin);
  await handedOver(sitDown, lin);
});

async function underWay(sitDown, lin) {
  const yao = await sitDown('yao.qian');
  const feng = await sitDown('feng.jie', { phone: true });
  const [day] = await freeDays(yao, 1);
  const before = await balance(yao, 'personal', day);
  const asked = { type: 'personal', start: `${day}T09:00`, end: `${day}T18:00`, reason: '看牙' };
  const { path, number } = await prepareLeave(yao, asked);

  await lin.open('/admin/requests');
  await lin.looks('under-way');
  await lin.page.getByRole('textbox', { name: '搜索标题或编号' }).fill(number);
  const row = lin.page.getByRole('link', { name: /姚倩 申请 事假/ });
  await row.click();
  await lin.page.waitForURL(`**${path}`);
  await lin.ready();

  // Without a reason nothing happens.
  const suspending = await ask(lin, '挂起');
  lin.expects(422, '/suspend');
  await suspending.getByRole('button', { name: '挂起' }).click();
  await lin.sees('请写明原因', suspending);
  await suspending.getByRole('textbox').fill('等审计结果');
  await lin.looks('suspending');
  await suspending.getByRole('button', { name: '挂起' }).click();
  await lin.sees(/林立成 .+ 挂起了这份申请/);
  await lin.looks('suspended');
  await feng.open('/tasks');
  await feng.press(feng.page.getByRole('button', { name: /姚倩 申请 事假.*已挂起/s }));
  await feng.sees('等审计结果');
  assert.equal(await feng.button('同意', { exact: true }).count(), 0);
  await feng.looks('suspended-task');

  await say(lin, '恢复', '审计结束');
  await lin.sees('已恢复');
  await openTask(feng, path);
  await feng.button('同意', { exact: true }).first().waitFor();

  const correcting = await ask(lin, '修正内容');
  await correcting.getByRole('textbox', { name: '请假原因' }).fill('看牙，复诊');
  await correcting.getByRole('textbox', { name: '原因', exact: true }).fill('补充说明');
  await lin.looks('correcting');
  await correcting.getByRole('button', { name: '修正内容' }).click();
  await lin.sees('内容已修正');
  await lin.sees('看牙，复诊', lin.page.getByRole('list'));

  const jumping = await ask(lin, '跳转');
  await jumping.getByRole('combobox', { name: '跳转到' }).click({ force: true });
  await lin.page.getByRole('option', { name: '人事审批' }).click();
  await lin.sees('接着处理', jumping);
  await jumping.getByRole('textbox').fill('直属上级出差，人事代审');
  await lin.looks('jumping');
  await jumping.getByRole('button', { name: '跳转' }).click();
  await lin.sees('已跳转');
  await lin.sees('→ 人事审批');
  await lin.looks('jumped');

  const stopping = await ask(lin, '终止');
  await lin.sees('系统登记并占用余额', stopping);
  await stopping.getByRole('textbox').fill('重复提交');
  await lin.looks('stopping');
  await stopping.getByRole('button', { name: '终止' }).click();
  await lin.sees('终止了流程');
  await yao.open(path);
  await yao.sees('已终止');
  await yao.sees('重复提交');
  assert.equal(await balance(yao, 'personal', day), before);
}

async function handedOver(sitDown, lin) {
  const nan = await sitDown('jiang.nan');
  const du = await sitDown('du.juan', { phone: true, language: 'en' });
  const [day] = await freeDays(nan, 1);
  const asked = { type: 'personal', start: `${day}T09:00`, end: `${day}T18:00`, reason: '搬家' };
  const { path } = await prepareLeave(nan, asked);

  await lin.open('/admin/requests');
  await lin.button('工作交接').click();
  await lin.page.waitForURL('**/admin/handover');
  await pick(lin, '谁的工作', 'fengjie', '冯杰');
  await lin.sees(/姜楠 申请 事假/);
  await lin.looks('holdings');
  await lin.button(/交接 \d+ 件待办/).click();
  await lin.sees('请选择接手的人');
  await pick(lin, '交给谁', 'dujuan', '杜娟');
  await lin.page.getByRole('textbox', { name: '原因' }).fill('冯杰离职');
  await lin.button(/交接 \d+ 件待办/).click();
  await lin.sees(/已处理 \d+ \/ \d+/);
  await lin.looks('handed-over');
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
