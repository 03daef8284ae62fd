import { call } from './support/api.mjs';
import { isoDay } from './support/days.mjs';
import { journey } from './support/journey.mjs';

// On the board a card is dragged to begin a task; what takes words is done on its page, what may not be is refused in
// words. The card's menu does the same for keyboard and thumb.
await journey(async (sitDown) => {
  const tang = await sitDown('tang.wei');
  const jiang = await sitDown('jiang.bo');
  const owner = (await call(jiang, 'GET', '/me')).id;
  const name = '整理压测脚本';
  const answers = { name, goal: '脚本归档并附说明。', owner, end: isoDay(5) };
  await call(tang, 'POST', '/requests', { process: 'worktask', answers }, { 'Idempotency-Key': crypto.randomUUID() });

  const column = (title) => jiang.page.getByRole('region', { name: title });
  const card = jiang.page.getByRole('article').filter({ hasText: name });
  await jiang.open('/worktasks?view=board');
  await jiang.sees(name, column('未开始'));
  await card.dragTo(column('进行中'));
  await jiang.sees('已开始');
  await jiang.sees(name, column('进行中'));

  await card.dragTo(column('已完成'));
  await jiang.sees('要先提交成果，全部验收通过后才算完成');
  await jiang.sees(name, column('进行中'));
  await jiang.looks('refused');

  await jiang.button(`移动“${name}”`).focus();
  await jiang.page.keyboard.press('Enter');
  await jiang.page.getByRole('menuitem', { name: '提交成果 → 待验收' }).waitFor();
  await jiang.pictures('menu');
  await jiang.page.getByRole('menuitem', { name: '提交成果 → 待验收' }).click();
  await jiang.page.waitForURL('**/tasks/**');
  await jiang.ready();
  await jiang.page.getByRole('textbox', { name: '成果说明' }).fill('脚本已归档。');
  await jiang.press(jiang.button('提交成果').last());
  await jiang.page.waitForURL((url) => !url.pathname.startsWith('/tasks/0'));
  await jiang.open('/worktasks?view=board');
  await jiang.sees(name, column('待验收'));

  const phone = await sitDown('tang.wei', { phone: true });
  await phone.open('/worktasks?view=board');
  await phone.press(phone.page.getByRole('button', { name: /待验收/ }));
  await phone.press(phone.button(`移动“${name}”`));
  await phone.page.getByRole('menuitem', { name: '去验收 → 已完成' }).waitFor();
  await phone.pictures('menu');
  await phone.press(phone.page.getByRole('menuitem', { name: '去验收 → 已完成' }));
  await phone.page.waitForURL('**/tasks/**');
  await phone.sees('脚本已归档。');
});
