import { journey } from './support/journey.mjs';
import { call } from './support/api.mjs';
import { isoDay } from './support/days.mjs';

// Finance stops an approved claim before it is paid, with a reason; whoever asked for it reads why.
await journey(async (sitDown) => {
  const guo = await sitDown('guo.tao', { phone: true });
  const zhao = await sitDown('zhao.min');
  const li = await sitDown('li.cw');
  const { departments } = await call(guo, 'GET', '/me');
  const line = { category: 'meals', date: isoDay(-2), amount: '88.00', tax: '0', invoiceNumber: `S${Date.now()}` };
  const answers = { title: '接待晚餐', department: departments[0].id, lines: [line] };
  const claim = await call(guo, 'POST', '/requests', { process: 'expense-claim', answers }, key());
  await approve(zhao);
  await approve(li);

  await li.open(`/requests/${claim.id}`);
  await li.press(li.button('停止付款'));
  const dialog = li.page.getByRole('dialog');
  await dialog.getByText('占用的预算退还').waitFor();
  await li.looks('stopping');
  li.expects(422, '/stop');
  await dialog.getByRole('button', { name: '停止付款' }).click();
  await li.sees('请写明停止付款的原因', dialog);
  await dialog.getByRole('textbox').fill('餐费由对方承担，无需报销。');
  await dialog.getByRole('button', { name: '停止付款' }).click();
  await li.sees('已停止');
  await li.sees('餐费由对方承担');
  await li.looks('stopped');

  await guo.open('/expenses');
  await guo.sees('已停止付款');
  await guo.open(`/requests/${claim.id}`);
  await guo.sees('餐费由对方承担');
  await guo.looks('stopped');

  async function approve(person) {
    const { openTasks } = await call(person, 'GET', `/requests/${claim.id}`);
    await call(person, 'POST', `/tasks/${openTasks[0].id}/approve`, { comment: '同意' }, key());
  }

  function key() {
    return { 'Idempotency-Key': crypto.randomUUID() };
  }
});
