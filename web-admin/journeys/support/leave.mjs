/** Asking for leave, as a person fills in the form. */
import { call, prepare } from './api.mjs';
import { inWords, isoDay } from './days.mjs';

/**
 * `count` working days in a row on which nothing of this person is booked yet; rest days may lie between, and a given day
 * among them.
 */
export async function freeDays(person, count, { from = 25, across } = {}) {
  for (let offset = from; offset < from + 120; offset++) {
    const start = isoDay(offset);
    const { items } = await call(person, 'GET', `/calendar/days?from=${start}&to=${isoDay(offset + 2 * count + 14)}`);
    const working = items.filter((day) => day.kind === 'work' || day.kind === 'makeup').slice(0, count);
    if (working.length < count || working[0].date !== start) continue;
    if (across && !(working[0].date < across && across < working.at(-1).date)) continue;
    const span = { type: 'personal', start: `${start}T09:00`, end: `${working.at(-1).date}T18:00` };
    const counted = await call(person, 'POST', '/leaves/count', span);
    if (!counted.overlap) return working.map((day) => day.date);
  }
  throw new Error(`no ${count} free days for ${person.account}`);
}

function inEnglish(date) {
  return new Date(`${date}T00:00`).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
}

/** From the catalogue to the empty form. */
export async function startLeave(person) {
  const { page } = person;
  await page.goto('/start');
  await person.press(page.getByRole('link', { name: /请假申请|Leave request/ }));
  await page.waitForURL('**/start/leave-request');
  await person.ready();
}

const WORDS = {
  chinese: {
    type: '假期类型',
    start: '开始时间',
    end: '结束时间',
    date: '：日期',
    time: '：时间',
    reason: '请假原因',
    handover: '工作交接人',
    proof: /证明材料.*选择文件/,
    submit: '提交申请',
  },
  english: {
    type: 'Type of leave',
    start: 'From',
    end: 'Until',
    date: ': date',
    time: ': time',
    reason: 'Reason',
    handover: 'Hand over to',
    proof: /Proof.*file/i,
    submit: 'Hand in',
  },
};
const wordsOf = (person) => (person.english ? WORDS.english : WORDS.chinese);

/** Fills in what is given, with the mouse and keyboard on the desktop, with the phone's own pickers on the phone. */
export async function fillLeave(person, { type, start, end, reason, handover, proof }) {
  const { page } = person;
  const words = wordsOf(person);
  if (type) await choose(person, words.type, type);
  if (start) await moment(person, words.start, start);
  if (end) await moment(person, words.end, end);
  if (reason !== undefined) await page.getByRole('textbox', { name: words.reason }).fill(reason);
  if (handover) {
    const box = page.getByRole('combobox', { name: words.handover });
    await openList(box);
    await box.pressSequentially(handover.pinyin);
    await page.getByRole('option', { name: handover.name }).click();
  }
  if (proof) {
    await page.getByLabel(words.proof).setInputFiles(proof);
    await page.getByRole('link', { name: proof.name }).waitFor();
  }
}

async function choose(person, label, value) {
  const { page } = person;
  if (person.phone) {
    await page.getByLabel(label).selectOption({ label: value });
    return;
  }
  await openList(page.getByRole('combobox', { name: label }));
  await page.getByRole('option', { name: value, exact: true }).click();
}

/** The box of a list lies below the words it shows. */
async function openList(box) {
  await box.click({ force: true });
}

async function moment(person, label, value) {
  const { page } = person;
  if (person.phone) {
    await page.getByLabel(label).fill(value);
    return;
  }
  const [date, time] = value.split('T');
  const words = wordsOf(person);
  const box = page.getByRole('combobox', { name: label + words.date });
  await box.fill(person.english ? inEnglish(date) : `${date.slice(0, 4)}年${inWords(date)}`);
  await box.press('Enter');
  await openList(page.getByRole('combobox', { name: label + words.time }));
  await page.getByRole('option', { name: time, exact: true }).filter({ visible: true }).click();
}

/** Sends the form off and answers the address of the request. */
export async function submit(person) {
  await person.press(person.button(wordsOf(person).submit));
  await person.page.waitForURL(/\/requests\/[0-9a-f-]{36}$/);
  await person.ready();
  return new URL(person.page.url()).pathname;
}

/** Puts a leave request in place without the form, where asking for leave is not the story. */
export const prepareLeave = (person, answers) => prepare(person, 'leave-request', answers);

/** What is left of a type of leave in the year of a day, in minutes. */
export async function balance(person, type, date) {
  const span = { type, start: `${date}T09:00`, end: `${date}T12:00` };
  return (await call(person, 'POST', '/leaves/count', span)).available;
}
