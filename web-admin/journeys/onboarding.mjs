import assert from 'node:assert/strict';
import { call } from './support/api.mjs';
import { inWords, isoDay } from './support/days.mjs';
import { portrait } from './support/files.mjs';
import { journey } from './support/journey.mjs';

const OWN = 'Yellow-River-77';

// A newcomer from the entry to the last tick: HR at the desk, the newcomer on the phone, a picture that comes back, a
// first day that moves.
await journey(async (sitDown) => {
  const hr = await sitDown('wang.hr');
  const account = `n${Date.now().toString(36)}`;
  const start = isoDay(21);
  await hr.open('/onboarding');
  await hr.looks('hires');
  await hr.button('录入新同事').click();
  await enter(hr, account, start);
  await hr.button('提交申请').click();
  await hr.page.waitForURL('**/requests/*');
  const id = new URL(hr.page.url()).pathname.split('/').at(-1);
  await hr.page.getByRole('link', { name: '打开入职页面' }).click();
  await hr.sees('开通账号、准备设备');
  await hr.looks('entered');

  const password = await fetchPassword(hr);
  const hire = await sitDown(undefined, { phone: true });
  await hire.page.goto('/sign-in');
  await hire.fillIn(account, password);
  await hire.page.waitForURL('**/change-password**');
  await hire.page.getByLabel('当前密码').fill(password);
  await hire.page.getByLabel('新密码', { exact: true }).fill(OWN);
  await hire.page.getByLabel('再输一次新密码').fill(OWN);
  await hire.press(hire.button(/保存/));
  await hire.page.waitForURL('**/welcome');
  await hire.sees('林晓棠，欢迎加入！');
  await hire.looks('welcome');

  // Nothing else is open before the first day.
  await hire.page.goto('/contacts');
  await hire.page.waitForURL('**/welcome');

  await hire.press(hire.button('填写'));
  await hire.page.getByRole('textbox', { name: '手机' }).fill('13900002222');
  await hire.page.getByRole('textbox', { name: '紧急联系人' }).fill('林母');
  await hire.press(hire.button('提交资料'));
  await hire.sees('紧急联系电话');
  await hire.page.getByRole('textbox', { name: '紧急联系电话' }).fill('13900003333');
  await hire.looks('profile');
  await hire.press(hire.button('提交资料'));
  await hire.sees('已提交');

  await handIn(hire);
  await hire.looks('picture-sent');
  await returnPicture(hr, hire);
  await handIn(hire);
  await judge(hr, '照片合格');

  await hire.press(hire.button('阅读'));
  await hire.sees('我已阅读员工手册');
  for (const box of await hire.page.getByRole('checkbox').all()) await box.check({ force: true });
  await hire.looks('reading');
  await hire.press(hire.button('确认已读'));
  await hire.sees('4/4');

  await correct(hr, id);
  await others(sitDown, hr, id);
  await hr.open(`/onboarding/${id}`);
  await hr.sees('已办完');
  await hr.looks('done');
  const { steps } = await call(hr, 'GET', `/onboardings/${id}`);
  assert.ok(steps.every((step) => step.state === 'done'));
});

async function enter(hr, account, start) {
  const { page } = hr;
  await page.getByRole('textbox', { name: '姓名' }).fill('林晓棠');
  await page.getByRole('textbox', { name: '登录账号' }).fill('chen.yu');
  await pick(hr, '部门', '', '研发部');
  await page.getByRole('textbox', { name: '岗位' }).fill('前端工程师');
  await pick(hr, '直接上级', 'zhaomin', '赵敏');
  const box = page.getByRole('combobox', { name: '入职日期' });
  await box.fill(`${start.slice(0, 4)}年${inWords(start)}`);
  await box.press('Enter');
  hr.expects(422, '/api/requests');
  await hr.button('提交申请').click();
  await hr.sees(/账号.*已/);
  await hr.looks('account-taken');
  await page.getByRole('textbox', { name: '登录账号' }).fill(account);
}

async function pick(person, label, typed, name) {
  const box = person.page.getByRole('combobox', { name: label });
  await box.click({ force: true });
  if (typed) await box.pressSequentially(typed);
  await person.page.getByRole('option', { name }).first().click();
}

async function fetchPassword(hr) {
  await hr.button('领取初始密码').click();
  await hr.button('生成并显示').click();
  const password = await hr.page.getByRole('dialog').locator('code').innerText();
  await hr.looks('password');
  await hr.button('我已记下').click();
  return password;
}

async function handIn(hire) {
  const open = hire.button('上传', { exact: true });
  if (await open.count()) await hire.press(open.first());
  await hire.page.getByLabel('拍照或选择照片').setInputFiles(portrait('自拍.png'));
  await hire.press(hire.button('提交这张照片'));
  await hire.sees('人事审核中');
}

/** HR looks at the newest picture. */
async function judge(hr, deed, comment) {
  const { items } = await call(hr, 'GET', '/tasks?view=todo&process=portrait-check&limit=50');
  const task = items.find((one) => one.applicant.name === '林晓棠');
  await hr.open(`/tasks/${task.id}`);
  if (!comment) {
    await hr.button(deed, { exact: true }).click();
  } else {
    const direct = hr.button(deed, { exact: true });
    if (await direct.count()) await direct.first().click();
    else {
      await hr.button('更多', { exact: true }).last().click();
      await hr.page.getByRole('menuitem', { name: deed }).click();
    }
    const dialog = hr.page.getByRole('dialog');
    await dialog.getByRole('textbox').fill(comment);
    await hr.looks('picture');
    await dialog.getByRole('button', { name: deed }).click();
  }
  await hr.sees(`已提交：${deed}`);
}

async function returnPicture(hr, hire) {
  await judge(hr, '退回重拍', '背景太乱，请换白色背景');
  await hire.open('/welcome');
  await hire.sees('背景太乱，请换白色背景');
  await hire.looks('picture-back');
}

async function correct(hr, id) {
  const later = isoDay(28);
  await hr.open(`/onboarding/${id}`);
  await hr.button('更正信息').click();
  const dialog = hr.page.getByRole('dialog');
  const box = dialog.getByRole('combobox', { name: '入职日期' });
  await box.fill(`${later.slice(0, 4)}年${inWords(later)}`);
  await box.press('Enter');
  await dialog.getByRole('textbox', { name: '更正原因' }).fill('本人还要交接一周');
  await hr.looks('correcting');
  await dialog.getByRole('button', { name: '保存更正' }).click();
  await hr.sees('已更正');
  assert.equal((await call(hr, 'GET', `/onboardings/${id}`)).startOn, later);
}

async function others(sitDown, hr, id) {
  const it = await sitDown('zhou.it');
  const leader = await sitDown('zhao.min');
  await openTask(it, id);
  const boxes = it.page.getByRole('article').getByRole('checkbox');
  await boxes.first().waitFor();
  for (const box of await boxes.all()) await box.check({ force: true });
  await it.looks('it');
  await it.button('准备完成', { exact: true }).first().click();
  await it.sees('已提交：准备完成');
  await openTask(leader, id);
  await pick(leader, '导师', 'chenyu', '陈宇');
  await leader.page.getByRole('textbox', { name: '给新同事的话' }).fill('晓棠，欢迎加入研发部！');
  await leader.looks('mentor');
  await leader.button('安排好了', { exact: true }).first().click();
  await leader.sees('已提交：安排好了');
}

async function openTask(person, request) {
  const { items } = await call(person, 'GET', '/tasks?view=todo&process=onboarding&limit=50');
  await person.open(`/tasks/${items.find((one) => one.requestId === request).id}`);
}
