import { call, prepare } from './support/api.mjs';
import { isoDay } from './support/days.mjs';
import { journey } from './support/journey.mjs';
import { visit } from './support/pages.mjs';

// The longest names and titles that there may be, with signs of two parts, from right to left and without a gap.
const DEPARTMENT = '海外业务与重点客户联合交付保障中心（华东、华南、华北及中西部）🌏国际 Übersee-Kontor';
const APPLICANT = 'Ana-María Wolfeschlegelsteinhausen 🧑🏽‍💻明';
const LEADER = 'محمد بن عبد الرحمن بن صالح آل شيخ الكبير';
const TITLE = '随团参加 Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamten 年会 🚢 مؤتمر الملاحة';

const initial = new Map();
const CHOSEN = 'Elbe-Nebel-47-Moewen';

await journey(async (sitDown) => {
  const gao = await sitDown('gao.admin');
  const { items } = await call(gao, 'GET', '/departments');
  const root = items.find((one) => one.parentId === null);
  const department = await call(gao, 'POST', '/departments', { parentId: root.id, name: DEPARTMENT, sort: 99 });
  const sign = Date.now().toString(36);
  const leader = await employ(gao, { account: `y${sign}`, name: LEADER, department: department.id });
  const applicant = await employ(gao, { account: `x${sign}`, name: APPLICANT, department: department.id, leader });
  for (const account of [`x${sign}`, `y${sign}`]) await settleIn(sitDown, account);

  const asking = await arrive(sitDown, `x${sign}`);
  const lines = [{ category: 'travel', date: isoDay(-4), amount: '498765.40', tax: '0.00', invoiceNumber: sign }];
  const request = await prepare(asking, 'expense-claim', { title: TITLE, department: department.id, lines });
  for (const options of [{}, { width: 1024 }, { phone: true, language: 'en' }]) {
    const deciding = await arrive(sitDown, `y${sign}`, options);
    const { myTask } = await call(deciding, 'GET', request.path);
    await visit(deciding, [
      ['workbench', '/'],
      ['todo', '/tasks'],
      ['task', `/tasks/${myTask}`],
      ['contacts', `/contacts?department=${department.id}`],
      ['card', `/contacts/${applicant}?department=${department.id}`],
    ]);
    await visit(await arrive(sitDown, `x${sign}`, options), [
      ['running', '/'],
      ['request', request.path],
    ]);
  }
});

async function employ(person, { account, leader, ...body }) {
  const position = '首席跨文化沟通与多语种本地化高级专家兼项目总协调人';
  const all = { account, number: account.toUpperCase(), position, leader: leader ?? null, ...body };
  const employed = await call(person, 'POST', '/people', all);
  initial.set(account, employed.password);
  return employed.id;
}

/** Changes the initial password, so that the account is open. */
async function settleIn(sitDown, account) {
  const person = await arrive(sitDown, account, {}, initial.get(account));
  await call(person, 'POST', '/me/password', { old: initial.get(account), new: CHOSEN });
}

async function arrive(sitDown, account, options = {}, password = CHOSEN) {
  const person = await sitDown(undefined, options);
  await call(person, 'POST', '/login', { account, password });
  return person;
}
