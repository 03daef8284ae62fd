import assert from 'node:assert/strict';
import { call, openTask, prepare } from './support/api.mjs';
import { isoDay } from './support/days.mjs';
import { pdf } from './support/files.mjs';
import { journey } from './support/journey.mjs';

// From the receipt on the phone to the payment: an invoice that was used before is refused, finance lowers an amount and
// pays, and nobody else reads the claim.
await journey(async (sitDown) => {
  const invoice = `J${Date.now()}`;
  const guo = await sitDown('guo.tao', { phone: true });
  const before = await claimAs(guo, { title: '上周打车', invoice: `${invoice}1`, amount: '30.00', tax: '0.90' });

  await guo.open('/expenses');
  await guo.looks('mine');
  await guo.press(guo.button('申请报销'));
  await guo.page.waitForURL('**/start/expense-claim');
  await guo.ready();
  const { page } = guo;
  await page.getByLabel('报销事由').fill('杭州算法交流会');
  await page.getByLabel('类别').selectOption({ label: '差旅交通' });
  await page.getByLabel('发生日期').fill(isoDay(-3));
  await page.getByLabel('金额（不含税）').fill('660.55');
  await page.getByLabel('税额').fill('59.45');
  await page.getByLabel('发票号码').fill(`${invoice}1`.toLowerCase());
  const file = pdf('高铁电子发票.pdf');
  await page.getByLabel(/发票附件.*选择文件/).setInputFiles(file);
  await page.getByRole('link', { name: file.name }).waitFor();
  await guo.sees('¥720.00');
  guo.expects(422, '/api/requests');
  await guo.press(guo.button('提交申请'));
  await guo.sees(`已在你的报销单 ${before.number} 中使用`);
  await guo.looks('invoice-used');
  await page.getByLabel('发票号码').fill(`${invoice}2`);
  await guo.press(guo.button('提交申请'));
  await page.waitForURL(/\/requests\/[0-9a-f-]{36}$/);
  await guo.ready();
  await guo.sees('杭州算法交流会，¥720.00');
  const path = new URL(page.url()).pathname;
  await guo.looks('submitted');

  const colleague = await sitDown('yang.fan');
  colleague.expects(404, '/api/');
  await colleague.open(path);
  await colleague.sees('这里没有内容');
  const { answers } = await call(guo, 'GET', path);
  await assert.rejects(call(colleague, 'GET', `/files/${answers.lines[0].invoice[0]}`), /404/);

  const zhao = await sitDown('zhao.min');
  await openTask(zhao, path);
  await zhao.sees('研发部 2026 年预算'.replace('2026', isoDay(0).slice(0, 4)));
  await zhao.looks('deciding');
  await zhao.button('同意', { exact: true }).click();
  await zhao.sees('已同意');

  const jin = await sitDown('jin.mei');
  await jin.open('/finance/expenses');
  await jin.looks('to-review');
  await jin.page.getByLabel('申请人姓名或单号').fill('郭涛');
  await jin.page
    .getByRole('button', { name: /杭州算法交流会/ })
    .first()
    .click();
  await jin.page.waitForURL('**/tasks/**');
  await jin.ready();
  const amount = jin.page.getByLabel('金额（不含税）');
  await amount.fill('700');
  jin.expects(422, '/approve');
  await jin.button('审核通过').click();
  await jin.sees('只能调低');
  await amount.fill('600.55');
  await jin.looks('reviewing');
  await jin.button('审核通过').click();
  await jin.sees('已提交：审核通过');

  const li = await sitDown('li.cw');
  await li.open('/finance/expenses?tab=payable');
  await li.page.getByLabel('申请人姓名或单号').fill('郭涛');
  await li.sees('申请 ¥720.00，财务调整');
  await li.page.getByText('全选').click();
  await li.looks('to-pay');
  const export_ = await li.page.request.get(await li.page.getByRole('link', { name: '导出所选' }).getAttribute('href'));
  assert.match(await export_.text(), /^\uFEFF单号,.*杭州算法交流会,600\.55,59\.45,660\.00/s);
  await li.button('登记付款').click();
  const dialog = li.page.getByRole('dialog');
  await dialog.getByLabel('付款凭证号').fill('招行 9981');
  await li.looks('paying');
  await dialog.getByRole('button', { name: '确认已付款' }).click();
  await li.sees('没有找到');
  await li.open('/finance/expenses?tab=paid');
  await li.sees('招行 9981');
  await li.looks('paid');
  await li.open('/finance/expenses?tab=budgets');
  await li.looks('budgets');

  await guo.open('/expenses');
  await guo.sees('凭证号 招行 9981');
  await guo.looks('mine-paid');
});

/** Puts a claim in place without the form, where filling it in is not the story. */
async function claimAs(person, { title, invoice, amount, tax }) {
  const { departments } = await call(person, 'GET', '/me');
  const line = { category: 'transport', date: isoDay(-8), amount, tax, invoiceNumber: invoice };
  const answers = { title, department: departments[0].id, lines: [line] };
  return prepare(person, 'expense-claim', answers);
}
