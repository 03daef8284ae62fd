import { call } from './api.mjs';

/** Opens page after page and looks at each. */
export async function visit(person, pages) {
  for (const [title, path] of pages) {
    await person.open(path);
    await person.looks(title);
  }
}

/** The first of what waits for the person, with the reason why. */
export async function visitTask(person) {
  const { items } = await call(person, 'GET', '/tasks?view=todo&limit=1');
  await person.open(`/tasks/${items[0].id}`);
  await person.press(person.button(person.english ? 'Why me?' : '为什么由我处理'));
  await person.looks('task');
}

/** The newest request of the person, with its diagram. */
export async function visitRequest(person) {
  const { items } = await call(person, 'GET', '/tasks?view=started&limit=1');
  await person.open(`/requests/${items[0].requestId}`);
  await person.press(person.button(person.english ? 'Show the process diagram' : '查看流程图'));
  await person.page.locator('.djs-container svg').first().waitFor();
  await person.looks('request');
}
