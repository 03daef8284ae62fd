import { call } from './support/api.mjs';
import { isoDay } from './support/days.mjs';
import { journey } from './support/journey.mjs';

// Given through a link with first answers, reported on the phone, handed in, sent back with a reason, accepted.
await journey(async (sitDown) => {
  const tang = await sitDown('tang.wei');
  const jiang = await sitDown('jiang.bo', { phone: true });
  const cai = await sitDown('cai.xin');
  const owner = (await call(jiang, 'GET', '/me')).id;
  const helper = (await call(cai, 'GET', '/me')).id;
  const name = '补齐支付回归用例';

  const first = new URLSearchParams({ name, owner, participants: helper, end: isoDay(6) });
  await tang.open(`/start/worktask?${first}`);
  await tang.page.getByRole('textbox', { name: '目标和交付要求' }).fill('支付与退款各二十条，自动执行全部通过。');
  await tang.looks('giving');
  await tang.press(tang.button('提交申请'));
  await tang.page.waitForURL(/\/requests\/[0-9a-f-]{36}$/);
  const id = new URL(tang.page.url()).pathname.split('/').at(-1);
  await tang.sees('打开任务页');

  await jiang.open('/worktasks');
  await jiang.looks('list');
  await jiang.press(jiang.page.getByRole('link', { name: new RegExp(name) }));
  await jiang.sees('完成后在这里提交成果');
  await jiang.page.getByLabel('完成了').fill('60');
  await jiang.page.getByRole('textbox', { name: '做了什么，接下来做什么' }).fill('支付二十条已完成，退款还差八条。');
  await jiang.press(jiang.button('汇报进度'));
  await jiang.sees('汇报进度 60%');
  await jiang.looks('reported');

  // A participant may leave a remark, and nothing more.
  await cai.open(`/worktasks/${id}`);
  await cai.page.getByRole('textbox', { name: /写一条备注/ }).fill('退款的测试账号我来准备。');
  await cai.press(cai.button('添加备注'));
  await cai.sees('备注已添加');
  cai.expects(404, '/api/tasks/');

  await handIn(jiang, '支付二十条、退款十二条，全部自动执行。');
  await jiang.looks('handed-in');

  await cai.open(`/worktasks/${id}`);
  await cai.sees('待验收');
  if (await cai.page.getByRole('link', { name: '去验收' }).count()) throw new Error('a participant is asked to accept');

  await tang.open(`/worktasks/${id}`);
  await tang.press(tang.page.getByRole('link', { name: '去验收' }));
  await tang.press(tang.button('退回重做'));
  const dialog = tang.page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('退款还差八条，请补齐。');
  await tang.looks('refusing');
  await dialog.getByRole('button', { name: '退回重做' }).click();
  await jiang.open(`/worktasks/${id}`);
  await jiang.sees('被退回');
  await jiang.sees('退款还差八条，请补齐。');
  await handIn(jiang, '退款补齐到二十条，全部通过。');

  await tang.open(`/worktasks/${id}`);
  await tang.sees('第 2 次提交');
  await tang.press(tang.page.getByRole('link', { name: '去验收' }));
  await tang.sees('退款补齐到二十条');
  await tang.looks('accepting');
  await tang.press(tang.button('验收通过', { exact: true }));
  await tang.open('/worktasks?view=board');
  const done = tang.page.getByRole('region', { name: '已完成' });
  await tang.sees(name, done);
  await tang.looks('board');
  await tang.page.getByRole('link', { name: new RegExp(name) }).focus();
  await tang.page.keyboard.press('Enter');
  await tang.sees('任务完成');
  await tang.looks('closed');

  async function handIn(person, words) {
    await person.open(`/worktasks/${id}`);
    await person.press(person.page.getByRole('link', { name: '提交成果' }));
    await person.page.getByRole('textbox', { name: '成果说明' }).fill(words);
    await person.press(person.button('提交成果').last());
    const sheet = person.page.getByRole('dialog');
    if (person.phone) await sheet.getByRole('button', { name: '提交成果' }).click();
    await person.page.waitForURL((url) => !url.pathname.startsWith('/tasks/0'));
    await person.open(`/worktasks/${id}`);
    await person.sees(words);
  }
});
