import assert from 'node:assert/strict';
import { journey } from './support/journey.mjs';
import { balance, fillLeave, freeDays, startLeave, submit } from './support/leave.mjs';

// In English: asked for, thought better of, withdrawn; the leader's list follows.
await journey(async (sitDown) => {
  const cai = await sitDown('cai.xin', { language: 'en' });
  const tang = await sitDown('tang.wei', { language: 'en', phone: true });
  const [day] = await freeDays(cai, 1);
  const before = await balance(cai, 'personal', day);
  await tang.open('/tasks');

  await startLeave(cai);
  await fillLeave(cai, {
    type: 'Personal leave',
    start: `${day}T10:00`,
    end: `${day}T12:00`,
    reason: 'Moving house',
  });
  await cai.sees('2 hours', cai.page.getByRole('region', { name: 'Length of the leave and balance' }));
  await cai.looks('form');
  await submit(cai);
  await cai.sees('In progress');
  assert.equal(await balance(cai, 'personal', day), before - 120);
  const row = tang.page.getByRole('button', { name: /蔡欣.*Personal leave/ });
  await row.waitFor();
  await tang.looks('tasks');

  await cai.button('Withdraw request').click();
  const dialog = cai.page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('No longer needed');
  await cai.looks('withdrawing');
  await dialog.getByRole('button', { name: 'Withdraw request' }).click();
  await cai.sees('Withdrawn');
  await cai.sees('No longer needed');
  await cai.looks('withdrawn');
  await row.waitFor({ state: 'detached' });
  assert.equal(await balance(cai, 'personal', day), before);
});
