import assert from 'node:assert/strict';
import { journey } from './support/journey.mjs';
import { call } from './support/api.mjs';
import { isoDay } from './support/days.mjs';
import { sign } from './support/signing.mjs';

// A large claim that many decide on: an opinion is asked for, signers are added before, a decision is taken back, it is
// returned and comes straight back, and at last three people vote, one of them with more weight and a veto.
await journey(async (sitDown) => {
  const su = await sitDown('su.rui');
  const { id, path } = await claim(su);
  await su.open(path);
  await su.button('催办', { exact: true }).click();
  await su.looks('urging');
  await su.page.getByRole('dialog').getByRole('button', { name: '催办' }).click();
  await su.sees('之后可以再催');
  su.expects(429, '/urge');
  await assert.rejects(call(su, 'POST', `/requests/${id}/urge`, {}), /429/);

  const du = await sitDown('du.juan');
  await openTask(du, path);
  let dialog = await more(du, '征询意见');
  await dialog.getByRole('button', { name: '征询意见' }).click();
  await du.sees('请选择一位同事', dialog);
  await pick(du, dialog, '征询谁的意见', 'ye.qing', '叶青');
  await dialog.getByRole('textbox').fill('答谢宴来了几位客户？');
  await du.looks('consulting');
  await dialog.getByRole('button', { name: '征询意见' }).click();
  await du.sees('已发出征询');
  await du.sees('杜娟 征询意见');
  await du.looks('consulted');

  const ye = await sitDown('ye.qing', { phone: true });
  await openTask(ye, path);
  await ye.press(ye.button('回复意见'));
  dialog = ye.page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('十二位，名单在附件里。');
  await ye.looks('replying');
  await ye.press(dialog.getByRole('button', { name: '回复意见' }));
  await ye.sees('已回复');
  await du.sees('十二位，名单在附件里。');

  await openTask(du, path);
  dialog = await more(du, '加签');
  await pick(du, dialog, '加签给谁', 'lv.na', '吕娜');
  await pick(du, dialog, '加签给谁', 'wei.dong', '魏东');
  await dialog.getByText('在我之前', { exact: true }).click();
  await dialog.getByLabel('怎样算通过').selectOption({ label: '依次同意' });
  await du.looks('adding-signers');
  await dialog.getByRole('button', { name: '加签' }).click();
  await du.sees('已加签');
  await du.open('/tasks?view=waiting');
  await du.page.getByRole('button', { name: /苏睿 申请 年度客户答谢/ }).click();
  await du.sees('等别人先处理');
  await du.looks('waiting');
  await du.button('减签 魏东').click();
  await du.page.getByRole('dialog').getByRole('button', { name: '减签' }).click();
  await du.sees('已减签');

  const lv = await sitDown('lv.na', { phone: true });
  await openTask(lv, path);
  await lv.looks('signing');
  await approve(lv);

  await openTask(du, path);
  await du.button('同意', { exact: true }).click();
  await du.sees('已同意');
  await du.open('/tasks?view=done');
  await du.page
    .getByRole('button', { name: /苏睿 申请 年度客户答谢/ })
    .first()
    .click();
  await du.button('拿回').click();
  await du.looks('taking-back');
  await du.page.getByRole('dialog').getByRole('button', { name: '拿回' }).click();
  await du.sees('已拿回');
  await openTask(du, path);
  await du.sees('拿回重新处理');
  await du.button('同意', { exact: true }).click();
  await du.sees('已同意');

  const qian = await sitDown('qian.yong', { phone: true });
  await openTask(qian, path);
  dialog = await more(qian, '退回修改');
  await qian.press(dialog.getByText('直接回到我这里'));
  await qian.press(dialog.getByRole('button', { name: '退回修改' }));
  await qian.sees('请写明原因', dialog);
  await dialog.getByRole('textbox').fill('请确认发票抬头。');
  await qian.looks('returning');
  await qian.press(dialog.getByRole('button', { name: '退回修改' }));
  await qian.sees('已退回给苏睿修改');
  await openTask(su, path);
  await su.sees('请确认发票抬头');
  await su.button('重新提交').click();
  await su.sees('已重新提交');
  await openTask(qian, path);
  await approve(qian);

  await su.open(path);
  await su.sees('一票否决');
  await su.sees('权重 2');
  const li = await sitDown('li.cw');
  await openTask(li, path);
  await li.looks('voting');
  await signAndApprove(li);
  const jin = await sitDown('jin.mei');
  await openTask(jin, path);
  await jin.button('弃权').click();
  await jin.page.getByRole('dialog').getByRole('button', { name: '弃权' }).click();
  await jin.sees('已弃权');
  const he = await sitDown('he.jing', { phone: true });
  await openTask(he, path);
  await he.sees('弃权');
  await he.looks('voting');
  await signAndApprove(he);
  await su.sees('财务审核');
  await su.looks('after-the-vote');
  const wei = await sitDown('wei.min');
  const { items } = await call(wei, 'GET', '/tasks?view=todo&limit=100');
  assert.ok(items.every((item) => item.requestId !== id || item.step !== '总经理与财务表决'));
});

/** Puts a claim in place without the form, where filling it in is not the story. */
async function claim(person) {
  const { departments } = await call(person, 'GET', '/me');
  const line = { category: 'entertainment', date: isoDay(-6), amount: '5800.00', tax: '348.00' };
  const lines = [{ ...line, invoiceNumber: `V${Date.now()}` }];
  const answers = { title: '年度客户答谢', department: departments[0].id, lines };
  const key = { 'Idempotency-Key': crypto.randomUUID() };
  const { id } = await call(person, 'POST', '/requests', { process: 'expense-claim', answers }, key);
  return { id, path: `/requests/${id}` };
}

async function openTask(person, path) {
  const { myTask } = await call(person, 'GET', path);
  assert.ok(myTask, `${person.account} has no task`);
  await person.open(`/tasks/${myTask}`);
}

/** A deed that stands behind “more”. */
async function more(person, deed) {
  await person.press(person.button('更多', { exact: true }).last());
  await person.press(person.page.getByRole('menuitem', { name: deed }));
  const dialog = person.page.getByRole('dialog');
  await dialog.waitFor();
  return dialog;
}

async function pick(person, dialog, label, pinyin, name) {
  const box = dialog.getByRole('combobox', { name: label });
  await box.click({ force: true });
  await box.pressSequentially(pinyin);
  await person.page.getByRole('option', { name }).click();
  await box.press('Tab');
}

async function approve(person) {
  await person.press(person.button('同意', { exact: true }));
  await person.press(person.page.getByRole('dialog').getByRole('button', { name: '同意', exact: true }));
  await person.sees('已同意');
}

/** Where the step asks for a signature. */
async function signAndApprove(person) {
  await person.press(person.button('同意', { exact: true }));
  await sign(person);
  await person.looks('signed');
  await person.press(person.page.getByRole('dialog').getByRole('button', { name: '同意', exact: true }));
  await person.sees('已同意');
}
