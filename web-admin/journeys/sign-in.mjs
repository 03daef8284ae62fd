import { journey } from './support/journey.mjs';
import { PASSWORD } from './support/person.mjs';

// Signing in: a wrong password, by employee number, back to where one wanted to go, out again, and by the demo list.
await journey(async (sitDown) => {
  const nobody = await sitDown(undefined);
  const { page } = nobody;

  // Whoever wanted to go somewhere comes back there.
  await page.goto('/contacts?from=mail');
  await page.waitForURL(/sign-in\?next=/);
  await nobody.sees('登录后回到刚才的页面');
  await nobody.looks('sign-in');

  nobody.expects(401, '/api/login');
  await nobody.fillIn('chen.yu', 'not the password');
  await nobody.sees(/密码不正确/, page.getByRole('alert'));
  await nobody.looks('wrong-password');

  await nobody.fillIn('YF0006', PASSWORD);
  await page.waitForURL(/contacts\?from=mail/);
  await page.getByRole('button', { name: '陈宇 的账号' }).click();
  await page.getByRole('menuitem', { name: '退出登录' }).click();
  await page.waitForURL(/sign-in/);

  // Out is out: the way back leads to the sign-in page.
  await page.goto('/me/profile');
  await page.waitForURL(/sign-in\?next=/);

  await page.getByRole('button', { name: /wang\.hr/ }).click();
  await page.waitForURL('**/me/profile');
  await nobody.sees('王慧');

  const phone = await sitDown(undefined, { phone: true });
  await phone.page.goto('/sign-in');
  await phone.looks('sign-in');
});
