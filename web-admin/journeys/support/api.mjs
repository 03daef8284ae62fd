/** Calls of the product without its pages: to prepare what is not the story, and to look up what is free. */
export async function call(person, method, path, body, headers = {}) {
  const answer = await ask(person, method, path, body, headers);
  if (answer.status >= 400) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** The same, whatever the answer is. */
export async function ask(person, method, path, body, headers = {}) {
  const response = await person.page.request.fetch(`/api${path}`, {
    method,
    data: body,
    headers: { 'Accept-Language': person.english ? 'en' : 'zh-CN', ...headers },
  });
  const text = await response.text();
  return { status: response.status(), body: text ? JSON.parse(text) : null };
}

/** Hands in a request without its form. */
export async function prepare(person, process, answers) {
  const key = { 'Idempotency-Key': crypto.randomUUID() };
  const request = await call(person, 'POST', '/requests', { process, answers }, key);
  return { ...request, path: `/requests/${request.id}` };
}

/** The task of this request that waits for the person. */
export async function openTask(person, path) {
  const request = await call(person, 'GET', path);
  await person.open(`/tasks/${request.myTask ?? request.openTasks[0].id}`);
}
