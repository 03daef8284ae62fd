import { join } from 'node:path';
import { overflow, settled, violations } from './accessible.mjs';

export const PASSWORD = 'Tongban-demo-1';

const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 };
const PATIENCE = 15_000;

/** Somebody at a browser of their own: what they see, and what went wrong there. */
export class Person {
  // Asking who is signed in is answered so when nobody is.
  #expected = [{ status: 401, path: '/api/me' }];
  #faults = [];
  #pictures = 0;

  static async at(browser, { address, folder, account, phone = false, dark = phone, ...options }) {
    const { language = 'zh-CN', width = 1440, deaf = false } = options;
    const context = await browser.newContext({
      ...(phone ? PHONE : { viewport: { width, height: 900 } }),
      baseURL: address,
      locale: language,
      timezoneId: 'Asia/Shanghai',
      reducedMotion: 'reduce',
      colorScheme: dark ? 'dark' : 'light',
    });
    context.setDefaultTimeout(PATIENCE);
    // As if chosen in the menu: the language of the profile would win over the browser's.
    await context.addInitScript((chosen) => localStorage.setItem('tongban.language', chosen), language);
    // Live news does not get through.
    if (deaf) await context.route('**/api/events', (route) => route.abort('aborted'));
    return new Person(await context.newPage(), { folder, account, phone, dark, language });
  }

  constructor(page, { folder, account, phone, dark, language }) {
    Object.assign(this, { page, folder, account, phone, dark, english: language.startsWith('en') });
    page.on('pageerror', (error) => this.#fault(`script error: ${error.stack ?? error}`));
    page.on('console', (message) => {
      // An answer with an error is told by the response below.
      if (message.type() !== 'error' || message.text().startsWith('Failed to load resource')) return;
      this.#fault(`console: ${message.text()}`);
    });
    page.on('response', (response) => {
      if (response.status() >= 400 && !this.#isExpected(response)) {
        this.#fault(`${response.request().method()} ${response.url()} was answered with ${response.status()}`);
      }
    });
    page.on('requestfailed', (request) => {
      const why = request.failure()?.errorText ?? '';
      // Leaving a page drops what it was still asking for.
      if (why !== 'net::ERR_ABORTED') this.#fault(`${request.method()} ${request.url()} failed: ${why}`);
    });
  }

  /** Signs in without the form, where signing in is not the story. */
  async signIn() {
    const answer = await this.page.request.post('/api/login', { data: { account: this.account, password: PASSWORD } });
    if (!answer.ok()) throw new Error(`${this.account} cannot sign in: ${answer.status()} ${await answer.text()}`);
  }

  /** The sign-in form, by its labels. */
  async fillIn(account, password) {
    const words = this.english ? ['Account or employee number', 'Password', 'Sign in'] : ['账号或工号', '密码', '登录'];
    await this.page.getByLabel(words[0], { exact: true }).fill(account);
    await this.page.getByRole('textbox', { name: words[1], exact: true }).fill(password);
    await this.page.getByRole('button', { name: words[2], exact: true }).click();
  }

  async open(path) {
    await this.page.goto(path);
    await this.ready();
  }

  /** Until the page shows what it fetched instead of its outline. */
  async ready() {
    await this.page.getByRole('main').or(this.page.getByRole('form')).first().waitFor();
    await this.page.waitForFunction(() => !document.querySelector('[aria-busy=true], .skeleton'));
  }

  /** A click with the mouse, a tap with the thumb. */
  async press(locator) {
    await (this.phone ? locator.tap() : locator.click());
  }

  button(name, options = {}) {
    return this.page.getByRole('button', { name, ...options });
  }

  /** Waits for words on the page. */
  async sees(words, within = this.page) {
    await within.getByText(words).filter({ visible: true }).first().waitFor();
  }

  /** The next answers of this kind are part of the story. */
  expects(status, path) {
    this.#expected.push({ status, path });
  }

  /** Looks at the page: a picture, and nothing for axe to find. Phones are dark, desktops light. */
  async looks(title) {
    const look = await this.pictures(title);
    for (const found of await violations(this.page)) this.#fault(`${look}: ${found}`);
    for (const found of await overflow(this.page)) this.#fault(`${look}: ${found}`);
  }

  /** A picture only, where a page of this kind was judged before. */
  async pictures(title) {
    await settled(this.page);
    const kind = `${this.phone ? 'phone' : 'desktop'}-${this.english ? 'en' : 'zh'}-${this.dark ? 'dark' : 'light'}`;
    const look = `${String(++this.#pictures).padStart(2, '0')}-${title}-${kind}`;
    await this.page.screenshot({ path: join(this.folder, `${look}.png`), scale: 'css' });
    return look;
  }

  async lastLook() {
    const path = join(this.folder, `last-${this.account ?? 'nobody'}${this.phone ? '-phone' : ''}.png`);
    await this.page.screenshot({ path }).catch(() => {});
    console.error(`${this.account ?? 'somebody'} was at ${this.page.url()}`);
    for (const fault of this.#faults) console.error(`  ${fault}`);
  }

  faults() {
    return this.#faults;
  }

  #fault(words) {
    this.#faults.push(`${this.account ?? 'somebody'}: ${words}`);
  }

  #isExpected(response) {
    // What submitting would refuse, a preview refuses while somebody is still typing.
    if (response.status() === 422 && response.url().endsWith('/preview')) return true;
    return this.#expected.some((one) => one.status === response.status() && response.url().includes(one.path));
  }
}
