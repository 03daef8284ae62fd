import assert from 'node:assert/strict';
import { call } from './support/api.mjs';
import { isoDay } from './support/days.mjs';
import { journey } from './support/journey.mjs';

// A room found on the grid, a colleague who was slower, answers on the phone, a move, minutes with a follow-up, a cancellation.
await journey(async (sitDown) => {
  const zhu = await sitDown('zhu.ming');
  const guo = await sitDown('guo.tao', { phone: true });
  const ye = await sitDown('ye.qing');
  const day = await freeDay(zhu);
  const room = (await call(zhu, 'GET', `/rooms?date=${day}`)).items.find((one) => one.bookable);

  await zhu.open(`/rooms?date=${day}`);
  await zhu.looks('rooms');
  await zhu.button(`订 08:00：${room.name}`).click();
  await zhu.page.waitForURL('**/start/meeting-booking?**');
  await zhu.ready();
  await zhu.page.getByRole('textbox', { name: '会议主题' }).fill('埋点方案确认');
  await invite(zhu, 'guotao', '郭涛');
  await zhu.sees('2 人都有空');
  await zhu.looks('planning');
  await zhu.button('预订并邀请').click();
  await zhu.page.waitForURL(/\/meetings\/[0-9a-f-]{36}$/);
  await zhu.sees('1 人未答复');
  const path = new URL(zhu.page.url()).pathname;
  await zhu.looks('booked');

  // The same room at the same time is refused in words.
  await ye.open(`/start/meeting-booking?room=${room.id}&start=${day}T08:30&end=${day}T09:30`);
  await ye.page.getByRole('textbox', { name: '会议主题' }).fill('客户来访');
  ye.expects(409, '/api/meetings');
  await ye.button('预订并邀请').click();
  await ye.sees(/已被朱明预订/);
  await ye.sees(/空着的会议室/);
  await ye.looks('taken');
  ye.expects(404, `/api${path}`);
  await ye.open(path);
  await ye.sees('没有找到');

  await guo.open('/notifications');
  await guo.press(guo.page.getByText('朱明邀请你参加会议“埋点方案确认”').first());
  await guo.page.waitForURL(`**${path}`);
  await guo.ready();
  await guo.sees('你能参加吗？');
  await guo.looks('asked');
  assert.equal(await guo.button('改期或修改').count(), 0);
  await guo.press(guo.button('参加', { exact: true }));
  await guo.sees('你已答复参加');

  // Moved: everybody is asked again.
  await zhu.open(`${path}/change`);
  await zhu.button('09:00–10:00').click();
  await zhu.looks('moving');
  await zhu.button('保存并通知').click();
  await zhu.page.waitForURL(`**${path}`);
  await zhu.sees('09:00–10:00');
  await guo.open(path);
  await guo.sees('你能参加吗？');
  await guo.press(guo.button('不参加', { exact: true }));
  const dialog = guo.page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('那天在客户现场');
  await guo.looks('declining');
  await guo.press(dialog.getByRole('button', { name: '答复不参加' }));
  await guo.sees('你已答复不参加');
  await zhu.open(path);
  await zhu.sees('那天在客户现场');

  await zhu.button('取消会议').click();
  await zhu.page.getByRole('dialog').getByRole('textbox').fill('改为邮件确认');
  await zhu.looks('cancelling');
  await zhu.page.getByRole('dialog').getByRole('button', { name: '取消会议' }).click();
  await zhu.sees('已取消');
  await guo.open('/notifications');
  await guo.sees(/取消了会议“埋点方案确认”.*改为邮件确认/);

  await minutes(zhu, guo);
});

/** A meeting that was held is entered, minuted and given to everybody. */
async function minutes(zhu, guo) {
  const held = isoDay(-2);
  await zhu.open(
    `/start/meeting-booking?start=${held}T19:00&end=${held}T19:30&online=${encodeURIComponent('腾讯会议 112-358')}`,
  );
  await zhu.page.getByRole('textbox', { name: '会议主题' }).fill('线上问题复盘');
  await invite(zhu, 'guotao', '郭涛');
  await zhu.button('预订并邀请').click();
  await zhu.page.waitForURL(/\/meetings\/[0-9a-f-]{36}$/);
  const path = new URL(zhu.page.url()).pathname;
  await zhu.button('写纪要').click();
  await zhu.page.waitForURL('**/tasks/**');
  await zhu.ready();
  await zhu.page.getByRole('textbox', { name: '会议纪要' }).fill('缓存失效导致，已加监控。');
  await zhu.page.getByRole('button', { name: '添加一行' }).click();
  await zhu.page.getByRole('textbox', { name: '做什么' }).fill('补充缓存预热脚本');
  const who = zhu.page.getByRole('combobox', { name: '谁负责' });
  await who.click({ force: true });
  await who.pressSequentially('guotao');
  await zhu.page.getByRole('option', { name: '郭涛' }).click();
  await zhu.looks('minutes');
  await zhu.button('确认并分发纪要').first().click();
  await zhu.sees(/确认并分发纪要|已/);
  await guo.open('/meetings?view=past');
  await guo.looks('past');
  await guo.press(guo.page.getByText('线上问题复盘'));
  await guo.page.waitForURL(`**${path}`);
  await guo.sees('缓存失效导致，已加监控。');
  await guo.sees('补充缓存预热脚本');
  await guo.looks('minuted');
}

async function invite(person, pinyin, name) {
  const box = person.page.getByRole('combobox', { name: '参会人' });
  await box.click({ force: true });
  await box.pressSequentially(pinyin);
  await person.page.getByRole('option', { name }).click();
  // The list stays open for the next colleague until the work goes on elsewhere.
  await person.page.getByRole('textbox', { name: '会议主题' }).click();
  await person.page.getByRole('option').first().waitFor({ state: 'hidden' });
}

/** A day some weeks ahead on which the first hours of all rooms are free and nobody is away. */
async function freeDay(person) {
  for (let offset = 40; offset < 80; offset++) {
    const day = isoDay(offset);
    const { items } = await call(person, 'GET', `/calendar/days?from=${day}&to=${day}`);
    const rooms = await call(person, 'GET', `/rooms?date=${day}`);
    if (items[0].kind === 'work' && rooms.items.every((room) => room.bookings.length === 0)) return day;
  }
  throw new Error('no free day');
}
