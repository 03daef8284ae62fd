import assert from 'node:assert/strict';
import { call, openTask, prepare } from './support/api.mjs';
import { isoDay } from './support/days.mjs';
import { journey } from './support/journey.mjs';
import { freeDays, prepareLeave } from './support/leave.mjs';

// A task that is passed on to a colleague with a note on the way; one that is taken from a role's pool and put back; one
// on which two of finance decide at once.
await journey(async (sitDown) => {
  await passedOn(sitDown);
  await fromThePool(sitDown);
});

async function passedOn(sitDown) {
  const yuan = await sitDown('yuan.lin');
  const tang = await sitDown('tang.wei');
  const deng = await sitDown('deng.kai', { phone: true });
  const [day] = await freeDays(yuan, 1);
  const asked = { type: 'personal', start: `${day}T09:00`, end: `${day}T18:00`, reason: '搬家' };
  const { path } = await prepareLeave(yuan, asked);
  await deng.open('/tasks');

  await yuan.open(path);
  await yuan.page.getByRole('textbox', { name: /写一句留言/ }).fill('周五前请批复，房东在等。');
  await yuan.button('留言', { exact: true }).click();
  await yuan.sees('留言已发出');
  await yuan.sees('周五前请批复，房东在等。', yuan.page.getByRole('list'));

  await openTask(tang, path);
  await tang.sees('周五前请批复，房东在等。');
  await tang.button('更多', { exact: true }).last().click();
  await tang.page.getByRole('menuitem', { name: '转交' }).click();
  const dialog = tang.page.getByRole('dialog');
  const pass = dialog.getByRole('button', { name: '转交' });
  await pass.click();
  await tang.sees('请选择一位同事', dialog);
  await pick(tang, 'yuanlin', '袁琳');
  await dialog.getByRole('textbox', { name: '意见' }).fill('我下周出差，请你来定。');
  tang.expects(422, '/transfer');
  await pass.click();
  await tang.sees('不能转交给申请人本人', dialog);
  await tang.looks('passing-on');
  await pick(tang, 'dengkai', '邓凯');
  // Who may not read the task any more is told nothing of it.
  tang.expects(404, '/api/tasks/');
  await pass.click();
  await tang.sees('已转交');
  await yuan.sees('邓凯');
  await yuan.looks('passed-on');

  const row = deng.page.getByRole('button', { name: /袁琳 申请 事假/ });
  await deng.press(row);
  await deng.sees('我下周出差，请你来定。');
  await deng.looks('received');
  await deng.press(deng.button('同意', { exact: true }));
  await deng.press(deng.page.getByRole('dialog').getByRole('button', { name: '同意', exact: true }));
  await deng.sees('已同意袁琳的申请');
  await yuan.sees('已通过');
}

async function fromThePool(sitDown) {
  const ma = await sitDown('ma.chao');
  const jin = await sitDown('jin.mei');
  const wei = await sitDown('wei.min');
  const zhao = await sitDown('zhao.min');
  const claim = await prepareClaim(ma);
  const { myTask } = await call(zhao, 'GET', claim.path);
  await call(zhao, 'POST', `/tasks/${myTask}/approve`, {});
  const row = (person) => person.page.getByRole('button', { name: new RegExp(claim.number) });
  await wei.open('/tasks');
  await row(wei).waitFor();
  await jin.open('/tasks');
  await row(jin).click();
  await jin.page.waitForURL('**/tasks/*');
  await jin.sees('财务', row(jin));
  await jin.looks('in-the-pool');

  // Whoever claims it has it alone; what was typed before stays.
  await jin.page.getByRole('textbox', { name: '意见' }).fill('发票清楚');
  await deed(jin, '认领');
  await jin.sees('已认领，由你处理');
  await row(wei).waitFor({ state: 'detached' });
  assert.equal(await jin.page.getByRole('textbox', { name: '意见' }).inputValue(), '发票清楚');
  await jin.looks('claimed');
  await deed(jin, '放回任务池');
  await jin.sees('已放回任务池');
  await row(wei).waitFor();

  // Both have it open and hear nothing of each other: the second one is told who was first.
  const two = [await sitDown('jin.mei', { deaf: true }), await sitDown('wei.min', { deaf: true })];
  for (const one of two) await openTask(one, claim.path);
  const [first, second] = two;
  await deed(first, '退回修改');
  const dialog = first.page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('请补一张行程单');
  await dialog.getByRole('button', { name: '退回修改' }).click();
  await first.sees('已退回给马超修改');
  second.expects(409, '/approve');
  await second.button('审核通过').click();
  await second.sees(/金梅 已于 .+ 退回给申请人，你的操作没有生效/);
  await second.looks('too-late');
  await second.button('刷新').click();
  await second.sees('请补一张行程单');
}

async function prepareClaim(person) {
  const { departments } = await call(person, 'GET', '/me');
  const invoiceNumber = `P${Date.now()}`;
  const line = { category: 'transport', date: isoDay(-4), amount: '48.54', tax: '1.46', invoiceNumber };
  return prepare(person, 'expense-claim', { title: '机房搬迁打车', department: departments[0].id, lines: [line] });
}

async function pick(person, pinyin, name) {
  const box = person.page.getByRole('combobox', { name: '转给' });
  await box.click({ force: true });
  await box.fill(pinyin);
  await person.page.getByRole('option', { name }).click();
}

async function deed(person, name) {
  await person.button('更多', { exact: true }).last().click();
  await person.page.getByRole('menuitem', { name }).click();
}
