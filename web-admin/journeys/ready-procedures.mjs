import assert from 'node:assert/strict';
import { call, openTask } from './support/api.mjs';
import { inWords, isoDay } from './support/days.mjs';
import { pdf } from './support/files.mjs';
import { journey } from './support/journey.mjs';

// Two procedures that came ready: a purchase whose sum takes it to a second leader, and a document that its keeper seals.
// The employee sits at a desk, the managers have their phones.
await journey(async (sitDown) => {
  const lu = await sitDown('cheng.lu');
  await start(lu, '采购申请');
  await lu.looks('purchase-empty');
  const { page } = lu;
  lu.expects(422, '/api/requests');
  await page.getByLabel('采购事项').fill('客户演示用平板');
  await select(lu, '采购类别', '电子设备');
  await page.getByRole('radio', { name: '预算内' }).check();
  await cell(lu, '名称').fill('平板电脑');
  await cell(lu, '数量').fill('4');
  await cell(lu, '预估单价').fill('3299.5');
  await lu.sees('¥13,198.00');
  await lu.sees('壹万叁仟壹佰玖拾捌元整');
  await day(lu, '希望到货日期', isoDay(20));
  await lu.press(lu.button('提交申请'));
  await lu.sees('采购理由');
  await page.getByLabel('采购理由').fill('明年一月巡展，每个片区一台');
  // Who will be asked is known before it is handed in.
  await lu.sees('郑浩');
  await lu.sees('钱勇');
  await lu.looks('purchase');
  const purchase = await submit(lu);
  await lu.sees('客户演示用平板，¥13198');

  await start(lu, '用印申请');
  await page.getByLabel('文件名称').fill('经销合作协议');
  await select(lu, '文件类别', '合同协议');
  await select(lu, '印章', '合同专用章');
  await page.getByLabel('盖章份数').fill('2');
  await page.getByLabel('送交单位').fill('博远科技有限公司');
  assert.equal(await page.getByLabel('归还日期').count(), 0, 'only for a seal that is taken out');
  const draft = pdf('经销合作协议定稿.pdf');
  await page.getByLabel(/待盖章文件.*选择文件/).setInputFiles(draft);
  await page.getByRole('link', { name: draft.name }).waitFor();
  await page.getByLabel('用印事由').fill('双方已定稿');
  await lu.looks('seal-use');
  const seal = await submit(lu);

  const zheng = await sitDown('zheng.hao', { phone: true });
  await openTask(zheng, purchase);
  await zheng.sees('壹万叁仟壹佰玖拾捌元整');
  await zheng.looks('purchase-to-approve');
  await approve(zheng);
  await openTask(zheng, seal);
  await zheng.looks('seal-to-approve');
  await approve(zheng);

  const qian = await sitDown('qian.yong', { phone: true });
  await openTask(qian, purchase);
  await approve(qian);
  await lu.open(purchase);
  await lu.sees('财务核对预算');
  await lu.press(lu.button('查看流程图'));
  await page.locator('.djs-container svg').first().waitFor();
  await lu.looks('on-its-way');

  const kong = await sitDown('kong.de', { phone: true });
  await openTask(kong, seal);
  await kong.page.getByLabel('实际盖章份数').fill('2');
  await kong.page.getByLabel('用印日期').fill(isoDay(0));
  // The bar at the foot covers a name as the page happens to be scrolled.
  await kong.pictures('sealing');
  await kong.press(kong.button('已用印'));
  await kong.press(kong.page.getByRole('dialog').getByRole('button', { name: '已用印' }));
  await kong.sees('已提交：已用印');
  await lu.open(seal);
  await lu.sees('已通过');
  const { answers } = await call(lu, 'GET', seal);
  assert.equal(answers.stamped, 2);
});

async function start(person, name) {
  await person.page.goto('/start');
  await person.press(person.page.getByRole('link', { name: new RegExp(name) }).last());
  await person.page.waitForURL('**/start/*');
  await person.ready();
}

async function submit(person) {
  await person.press(person.button('提交申请'));
  await person.page.waitForURL(/\/requests\/[0-9a-f-]{36}$/);
  await person.ready();
  return new URL(person.page.url()).pathname;
}

/** The cell of the first row of the list. */
function cell(person, label) {
  return person.page
    .locator('.detail-row')
    .first()
    .getByLabel(new RegExp(`^${label}`));
}

async function select(person, label, value) {
  // The box of a list lies below the words it shows.
  await person.page.getByRole('combobox', { name: label }).click({ force: true });
  await person.page.getByRole('option', { name: value, exact: true }).click();
}

async function day(person, label, date) {
  const box = person.page.getByRole('combobox', { name: label });
  await box.fill(`${date.slice(0, 4)}年${inWords(date)}`);
  await box.press('Enter');
}

async function approve(person) {
  await person.press(person.button('同意', { exact: true }));
  await person.press(person.page.getByRole('dialog').getByRole('button', { name: '同意', exact: true }));
  await person.sees('已同意');
}
