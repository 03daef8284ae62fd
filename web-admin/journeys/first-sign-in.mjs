import { journey } from './support/journey.mjs';

const OWN = 'Yellow-River-77';

// An account is made, and its initial password has to be changed before anything else.
await journey(async (sitDown) => {
  const gao = await sitDown('gao.admin');
  const account = `q${Date.now().toString(36)}`;
  await gao.open('/admin/people');
  await gao.button('新建人员').click();
  const initial = await employ(gao, account);

  const qiu = await sitDown(undefined);
  const { page } = qiu;
  await page.goto('/sign-in?next=/tasks');
  await qiu.fillIn(account, initial);
  await page.waitForURL('**/change-password?next=/tasks');
  await qiu.looks('initial-password');
  await page.goto('/contacts');
  await page.waitForURL('**/change-password?next=/contacts');

  // What is wrong is said at the field.
  qiu.expects(422, '/api/me/password');
  await change(qiu, 'not this one 1', OWN, OWN);
  await qiu.sees('当前密码不正确');
  await change(qiu, initial, 'password123', 'password123');
  await qiu.sees('这个密码太常见');
  await qiu.looks('too-common');
  await change(qiu, initial, OWN, `${OWN}8`);
  await qiu.sees('两次输入的新密码不一样');
  await change(qiu, initial, OWN, OWN);
  await page.waitForURL('**/contacts');
  await qiu.sees('密码已修改');
});

async function employ(person, account) {
  const dialog = person.page.getByRole('dialog');
  await dialog.getByLabel('姓名').fill('裘新');
  await dialog.getByLabel('登录账号').fill('chen.yu');
  await dialog.getByLabel('工号').fill(account.toUpperCase());
  person.expects(422, '/api/people');
  await dialog.getByRole('button', { name: '建立账号' }).click();
  await person.sees(/账号.*已/, dialog);
  await dialog.getByLabel('登录账号').fill(account);
  await dialog.getByRole('button', { name: '建立账号' }).click();
  await person.sees(/部门/, dialog.locator('.error').first());
  await dialog.getByRole('combobox', { name: '部门' }).click({ force: true });
  await person.page.getByRole('option', { name: '综合管理部' }).click();
  await person.looks('new-person');
  await dialog.getByRole('button', { name: '建立账号' }).click();
  const initial = await dialog.locator('code').innerText();
  await person.looks('initial-password');
  await dialog.getByRole('button', { name: '我已记下' }).click();
  await dialog.waitFor({ state: 'detached' });
  return initial;
}

async function change(person, old, wanted, again) {
  await person.page.getByLabel('当前密码').fill(old);
  await person.page.getByLabel('新密码', { exact: true }).fill(wanted);
  await person.page.getByLabel('再输一次新密码').fill(again);
  await person.button('保存新密码并继续').click();
}
