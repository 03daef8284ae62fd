import assert from 'node:assert/strict';
import { journey } from './support/journey.mjs';
import { call } from './support/api.mjs';
import { isoDay } from './support/days.mjs';
import { PASSWORD } from './support/person.mjs';
import { sign } from './support/signing.mjs';

// From a draft that was left and found again to a signature: a claim that the head of the company has to sign, a colleague
// who is mentioned, phrases instead of typing; once at the desk, once on the phone with the old answers.
await journey(async (sitDown) => {
  const invoice = `Q${Date.now()}`;
  const deng = await sitDown('deng.kai');
  const { page } = deng;

  await deng.open('/start/expense-claim');
  await page.getByLabel('报销事由').fill('年会招待客户');
  await deng.sees(/已保存 \d\d:\d\d/);
  await deng.looks('kept');
  await deng.open('/');
  const block = page.getByRole('region', { name: /没写完的草稿/ });
  await deng.sees('年会招待客户', block);
  await deng.looks('workbench');
  await deng.open('/tasks?view=started');
  const drafts = page.getByRole('region', { name: '草稿' });
  await drafts.getByRole('button', { name: /删除草稿/ }).click();
  await deng.sees('草稿已删除', drafts);
  await deng.looks('draft-deleted');
  await drafts.getByRole('button', { name: '撤销删除' }).click();
  await drafts.getByRole('link', { name: /年会招待客户/ }).click();
  await page.waitForURL('**/start/expense-claim?draft=*');
  await deng.ready();
  await deng.sees('已恢复你在');
  assert.equal(await page.getByLabel('报销事由').inputValue(), '年会招待客户');

  // The way is previewed while the form is filled in, and what is still wrong is refused there.
  deng.expects(422, '/preview');
  await choose(deng, /类别/, '业务招待');
  const date = page.getByRole('combobox', { name: /发生日期/ });
  await date.fill(inChinese(isoDay(-3)));
  await date.press('Enter');
  await page.getByLabel('金额（不含税）').fill('5800');
  await page.getByLabel('发票号码').fill(`${invoice}1`);
  await deng.looks('continued');
  await deng.button('提交申请').click();
  await page.waitForURL(/\/requests\/[0-9a-f-]{36}$/);
  await deng.ready();
  const path = new URL(page.url()).pathname;
  assert.equal((await call(deng, 'GET', '/drafts')).items.length, 0);

  // Somebody is asked without leaving the keyboard.
  await page.getByLabel(/写一句留言/).focus();
  await page.keyboard.type('请 @linx');
  await page.getByRole('option', { name: /林溪/ }).waitFor();
  await deng.looks('mentioning');
  await page.keyboard.press('Enter');
  await page.keyboard.type('看一下名单');
  await page.keyboard.press('Control+Enter');
  await deng.sees('留言已发出');
  await page.getByRole('button', { name: '@林溪' }).waitFor();
  await deng.looks('mentioned');

  const lin = await sitDown('lin.xi', { phone: true });
  await lin.open('/notifications');
  await lin.press(lin.page.getByText(/邓凯 在申请“年会招待客户.*中提到了你/));
  await lin.page.waitForURL(`**${path}`);
  await lin.ready();
  await lin.sees('看一下名单');
  const box = lin.page.getByLabel(/写一句留言/);
  await box.fill('名单没问题 @');
  await box.press('End');
  await box.pressSequentially('dengk');
  await lin.looks('mentioning');
  await lin.press(lin.page.getByRole('option', { name: /邓凯/ }));
  await lin.press(lin.button('留言', { exact: true }));
  await lin.sees('留言已发出');
  await lin.page.getByRole('button', { name: '@邓凯' }).waitFor();

  const chain = [await sitDown('han.xue'), await sitDown('sun.lei')];
  const he = await sitDown('he.jing');
  await upToTheTop(deng, chain, path);
  await openTask(he, path);
  await he.button('同意', { exact: true }).click();
  const dialog = he.page.getByRole('dialog');
  await dialog.getByRole('button', { name: '情况属实，同意。' }).click();
  await dialog.getByRole('button', { name: '同意', exact: true }).click();
  await he.sees('这一步需要手写签名', dialog);
  await he.looks('signature-needed');
  await sign(he);
  await he.looks('signed');
  await dialog.getByRole('button', { name: '撤销一笔' }).click();
  await sign(he);
  await dialog.getByRole('button', { name: '同意', exact: true }).click();
  await he.sees('已同意邓凯的申请');

  await deng.open(path);
  await deng.sees('情况属实，同意。');
  await seesInk(deng, '何静的签名');
  await deng.looks('trail');

  // The same once more, on the phone.
  const pocket = await sitDown('he.jing', { phone: true });
  await pocket.open('/me/opinion');
  await pocket.page.getByLabel('写一条常用语').fill('同意，请控制在预算内。');
  await pocket.press(pocket.button('添加', { exact: true }));
  await pocket.button('删除“同意，请控制在预算内。”').waitFor();
  await pocket.press(pocket.button('手写一份签名'));
  await pocket.page.getByRole('dialog').getByLabel('登录密码').fill(PASSWORD);
  await sign(pocket);
  await pocket.looks('keeping-a-signature');
  await pocket.press(pocket.button('保存签名'));
  await pocket.sees('签名已保存');
  await seesInk(pocket, '我的签名');
  await pocket.looks('phrases-and-signature');

  const again = await sitDown('deng.kai', { phone: true });
  await again.open(path);
  await again.press(again.button('再次提交'));
  await again.page.waitForURL('**/start/expense-claim?draft=*');
  await again.ready();
  await again.sees('请核对后提交');
  assert.equal(await again.page.getByLabel('报销事由').inputValue(), '年会招待客户');
  await again.page.getByLabel('发票号码').fill(`${invoice}2`);
  await again.sees(/已保存 \d\d:\d\d/);
  await again.looks('again');
  await again.press(again.button('提交申请'));
  await again.page.waitForURL(/\/requests\/[0-9a-f-]{36}$/);
  const second = new URL(again.page.url()).pathname;
  await upToTheTop(again, chain, second);

  await openTask(pocket, second);
  await pocket.press(pocket.button('同意', { exact: true }));
  const sheet = pocket.page.getByRole('dialog');
  await pocket.press(sheet.getByRole('button', { name: '同意，请控制在预算内。' }));
  await pocket.press(sheet.getByRole('button', { name: '用保存的签名' }));
  await seesInk(pocket, '我的签名');
  await pocket.looks('deciding');
  await pocket.press(sheet.getByRole('button', { name: '同意', exact: true }));
  await pocket.sees('已同意邓凯的申请');
  await again.open(second);
  await seesInk(again, '何静的签名');
  await again.looks('trail');

  // Both are related, and whoever reads only one of them sees nothing of the other.
  await again.press(again.button('关联其他单据'));
  const picker = again.page.getByRole('combobox', { name: '关联其他单据' });
  await picker.click({ force: true });
  await picker.pressSequentially('年会招待');
  await again.press(again.page.getByRole('option', { name: /年会招待客户/ }).last());
  await again.press(again.button('关联其他单据'));
  await again.page.getByRole('link', { name: /邓凯 关联/ }).waitFor();
  await again.looks('related');
  const { items } = await call(lin, 'GET', `${path}/related`);
  assert.equal(items.length, 0);
});

async function choose(person, label, value) {
  await person.page.getByRole('combobox', { name: label }).click({ force: true });
  await person.page.getByRole('option', { name: value, exact: true }).click();
}

function inChinese(date) {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/** Whoever stands below decides without being looked at. */
async function upToTheTop(applicant, chain, path) {
  const ids = new Map();
  for (const person of chain) ids.set((await call(person, 'GET', '/me')).id, person);
  for (let steps = 0; steps < 4; steps++) {
    const { openTasks } = await call(applicant, 'GET', path);
    const task = openTasks[0];
    if (task.step === '总经理与财务表决') return;
    const holder = task.holders.map((one) => ids.get(one.id)).find(Boolean);
    assert.ok(holder, `somebody of the chain holds ${task.step}`);
    await call(
      holder,
      'POST',
      `/tasks/${task.id}/approve`,
      { comment: '同意' },
      { 'Idempotency-Key': crypto.randomUUID() },
    );
  }
  assert.fail('the head of the company was not reached');
}

async function openTask(person, path) {
  const request = await call(person, 'GET', path);
  await person.open(`/tasks/${request.myTask}`);
  await person.button('同意', { exact: true }).waitFor();
}

async function seesInk(person, name) {
  const ink = person.page.getByRole('img', { name }).first();
  await ink.waitFor();
  await person.page.waitForFunction((image) => image.naturalWidth > 40, await ink.elementHandle());
}
