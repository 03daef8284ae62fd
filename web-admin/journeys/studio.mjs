import assert from 'node:assert/strict';
import { journey } from './support/journey.mjs';
import { call, openTask } from './support/api.mjs';

// A designer draws a small process, checks and publishes it; somebody starts it and a leader approves. On the phone models
// are looked at.
await journey(async (sitDown) => {
  const lin = await sitDown('lin.lc');
  const key = `seal-x${Date.now().toString(36)}`;
  const path = await drawn(lin, key);
  await published(lin);
  await both(sitDown, lin, path);
  await used(sitDown, key);
  await lookedAt(sitDown, path);
});

async function drawn(lin, key) {
  const { page } = lin;
  await lin.open('/studio');
  await lin.looks('home');
  await page.getByRole('button', { name: '新建', exact: true }).click();
  await page.getByRole('menuitem', { name: '新建流程' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: '名称' }).fill('借章登记');
  await dialog.getByRole('textbox', { name: '标识' }).fill(key);
  await lin.looks('new');
  await dialog.getByRole('button', { name: '新建并打开' }).click();
  await page.waitForURL('**/studio/models/*');
  await page.locator('[data-element-id=Task_Approve]').first().waitFor();
  await lin.sees('已保存');
  await lin.pictures('opened');

  // Opening alone changes nothing that is stored.
  const path = new URL(page.url()).pathname;
  const before = await call(lin, 'GET', path);
  // What is said of a step stands beside it.
  await page.locator('[data-element-id=Task_Approve] .djs-hit').first().click();
  await lin.sees('谁来办');
  await called(lin, '直属上级审批');
  await lin.sees('已保存');
  await lin.pictures('changed');
  const after = await call(lin, 'GET', path);
  assert.equal(before.revision, 1);
  assert.equal(after.revision, 2);
  return path;
}

async function published(lin) {
  const { page } = lin;
  await page.getByRole('button', { name: '检查', exact: true }).click();
  await lin.sees('可以发布');
  await lin.pictures('checked');
  await page.getByRole('button', { name: '发布', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: '这一版改了什么' }).fill('第一版');
  const reason = dialog.getByRole('textbox', { name: '有提醒仍要发布的原因' });
  if (await reason.isVisible()) await reason.fill('先试用');
  await lin.looks('publishing');
  await dialog.getByRole('button', { name: '发布', exact: true }).click();
  await lin.sees('第 1 版已经生效');
  await lin.looks('published');
  await dialog.getByRole('button', { name: '继续设计' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: '版本' }).click();
  await lin.sees('第一版');
  await lin.looks('versions');
}

/** Two have it open: whoever saves second overwrites nothing and takes over what the first has drawn. */
async function both(sitDown, lin, path) {
  const gao = await sitDown('gao.admin');
  await lin.page.keyboard.press('Escape');
  await gao.open(path);
  await gao.sees('林立成 也在');
  await called(lin, '上级审批');
  gao.expects(409, '/source');
  await called(gao, '领导审批');
  const dialog = gao.page.getByRole('dialog');
  await gao.sees('别人保存了新的内容', dialog);
  await gao.sees(/林立成/, dialog);
  await gao.looks('conflict');
  await dialog.getByRole('button', { name: '用对方的' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await gao.page.locator('[data-element-id=Task_Approve]').getByText('上级审批').first().waitFor();
  await gao.sees('已保存');
}

/** Calls the approval something else, in the panel beside it. */
async function called(person, text) {
  const { page } = person;
  const panel = page.getByText('谁来办');
  if (!(await panel.isVisible())) await page.locator('[data-element-id=Task_Approve] .djs-hit').first().click();
  await panel.waitFor();
  const name = page.getByRole('textbox', { name: '名称', exact: true });
  const saved = page.waitForResponse(
    (answer) => answer.request().method() === 'PUT' && answer.url().endsWith('/source'),
  );
  await name.fill(text);
  await name.blur();
  await saved;
}

async function used(sitDown, key) {
  const chen = await sitDown('chen.yu');
  await chen.open(`/start/${key}`);
  await chen.page.getByLabel('申请事由').fill('合同用印');
  await chen.press(chen.button('提交申请'));
  await chen.page.waitForURL('**/requests/*');
  const request = new URL(chen.page.url()).pathname;
  const zhao = await sitDown('zhao.min');
  await openTask(zhao, request);
  await zhao.press(zhao.button('同意', { exact: true }).first());
  await zhao.sees('已同意');
  await chen.open(request);
  await chen.sees('已通过');
  await chen.sees('借章登记');
}

async function lookedAt(sitDown, path) {
  const lin = await sitDown('lin.lc', { phone: true, language: 'en' });
  await lin.open('/studio');
  await lin.looks('home');
  await lin.open(path);
  await lin.page.locator('.djs-container svg').first().waitFor();
  await lin.sees('open it on a larger screen');
  await lin.looks('model');
}
