import assert from 'node:assert/strict';
import { ask, call } from './support/api.mjs';
import { inWords, isoDay } from './support/days.mjs';
import { journey } from './support/journey.mjs';

// Asked for, decided by two, used, taken away with a reason; and on the phone, refused by the leader.
await journey(async (sitDown) => {
  const yu = await sitDown('yu.hang');
  const tang = await sitDown('tang.wei');
  const wang = await sitDown('wang.hr');
  const last = isoDay(40);
  assert.equal(await maySee(yu), 403);

  await yu.open('/grants');
  await yu.sees('还没有权限');
  await yu.button('申请权限').click();
  await yu.ready();
  await choose(yu, '申请什么', '数据范围 · 假期余额维护');
  await yu.sees('直接上级，然后王慧');
  await yu.page.getByRole('textbox', { name: '为什么需要' }).fill('汇总测试组全年休假情况');
  await yu.looks('asking');
  yu.expects(422, '/api/requests');
  await yu.button('提交申请').click();
  await yu.sees('不能长期持有');
  await day(yu, last);
  await yu.button('提交申请').click();
  await yu.page.waitForURL(/\/requests\/[0-9a-f-]{36}$/);
  await yu.ready();
  await yu.looks('asked');

  await decide(tang, '于航');
  assert.equal(await maySee(yu), 403, 'one of two decisions');
  await decide(wang, '于航');
  assert.equal(await maySee(yu), 200, 'granted by the system itself');
  await yu.open('/grants');
  await yu.sees(new RegExp(`用到.*${inWords(last)}`));
  await yu.looks('held');

  await wang.open('/grants/owned');
  await wang.page.getByRole('button', { name: /假期余额维护/ }).click();
  await wang.sees('于航');
  await wang.looks('owned');
  await wang.button('收回 于航').click();
  const dialog = wang.page.getByRole('dialog');
  wang.expects(422, '/revoke');
  await dialog.getByRole('button', { name: '收回', exact: true }).click();
  await wang.sees('请写明收回的原因', dialog);
  await dialog.getByRole('textbox').fill('汇总已经完成');
  await wang.looks('taking-away');
  await dialog.getByRole('button', { name: '收回', exact: true }).click();
  await wang.sees('已收回于航的“假期余额维护”');

  assert.equal(await maySee(yu), 403, 'gone with the next call');
  await yu.open('/grants?past=1');
  await yu.sees('被收回');
  await yu.sees('汇总已经完成');

  const su = await sitDown('su.rui', { phone: true });
  const du = await sitDown('du.juan', { phone: true });
  await su.open('/start/permission-request');
  await choose(su, '申请什么', '特殊功能 · VPN 远程接入');
  await su.page.getByLabel('用到哪一天').fill(isoDay(30));
  await su.page.getByRole('textbox', { name: '为什么需要' }).fill('出差时登录内部系统');
  await su.looks('asking');
  await su.press(su.button('提交申请'));
  await su.page.waitForURL(/\/requests\/[0-9a-f-]{36}$/);
  await du.open('/tasks');
  await du.press(du.page.getByRole('button', { name: /苏睿 申请 VPN/ }));
  await du.sees('审批');
  await du.press(du.button('拒绝', { exact: true }));
  const refusal = du.page.getByRole('dialog');
  await refusal.getByRole('textbox').fill('请使用公司配发的移动网络');
  await du.press(refusal.getByRole('button', { name: '拒绝', exact: true }));
  await su.sees('已拒绝');
  await su.open('/grants');
  await su.looks('nothing');
});

/** Whether this person may look at somebody's leave balances: the status of the very call. */
async function maySee(person) {
  const { items } = await call(person, 'GET', `/people?q=${encodeURIComponent('陈宇')}`);
  return (await ask(person, 'GET', `/leaves/people/${items[0].id}/balances`)).status;
}

async function choose(person, label, value) {
  if (person.phone) {
    await person.page.getByLabel(label).selectOption({ label: value });
    return;
  }
  await person.page.getByRole('combobox', { name: label }).click({ force: true });
  await person.page.getByRole('option', { name: value, exact: true }).click();
}

async function day(person, date) {
  const box = person.page.getByRole('combobox', { name: '用到哪一天' });
  await box.fill(`${date.slice(0, 4)}年${inWords(date)}`);
  await box.press('Enter');
}

async function decide(person, applicant) {
  await person.open('/tasks');
  await person.page.getByRole('button', { name: new RegExp(`${applicant} 申请 假期余额维护`) }).click();
  await person.sees('给谁用');
  await person.looks('deciding');
  await person.button('同意', { exact: true }).click();
  await person.sees(`已同意${applicant}的申请`);
}
