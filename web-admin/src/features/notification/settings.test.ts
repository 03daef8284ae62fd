import { describe, expect, it } from 'vitest';
import { bodyOf, choose, digestAt, overnight, quietAt, timesWith, zonesOf, type Settings } from './settings';

const settings = (change: Partial<Settings> = {}): Settings => ({
  groups: [
    { key: 'tasks', name: 'A', hint: '', mail: 'once' },
    { key: 'copies', name: 'B', hint: '', mail: 'once' },
  ],
  quiet: null,
  restDays: false,
  urgentPasses: true,
  digest: null,
  zone: null,
  companyZone: 'Asia/Shanghai',
  mail: true,
  address: 'a@example.com',
  ...change,
});
const mails = (of: Settings) => Object.fromEntries(of.groups.map((group) => [group.key, group.mail]));

describe('what comes by mail', () => {
  it('goes into a digest that is switched on by it', () => {
    const next = choose(settings(), 'copies', 'digest');
    expect(mails(next)).toEqual({ tasks: 'once', copies: 'digest' });
    expect(next.digest).toBe('09:00');
    expect(choose(settings({ digest: '17:30' }), 'copies', 'digest').digest).toBe('17:30');
    expect(choose(next, 'copies', 'once').digest).toBe('09:00');
  });

  it('comes no more when the digest that held it ends', () => {
    const next = digestAt(choose(settings(), 'copies', 'digest'), null);
    expect(mails(next)).toEqual({ tasks: 'once', copies: 'never' });
    expect(next.digest).toBeNull();
    expect(digestAt(settings(), '08:00')).toEqual(settings({ digest: '08:00' }));
  });

  it('is told to the server without names and address', () => {
    expect(bodyOf(choose(settings(), 'tasks', 'never'))).toEqual({
      groups: { tasks: 'never', copies: 'once' },
      quiet: null,
      restDays: false,
      urgentPasses: true,
      digest: null,
      zone: null,
    });
  });
});

describe('quiet hours', () => {
  it('are the night at first', () => {
    expect(quietAt(settings(), {}).quiet).toEqual({ from: '20:00', to: '08:00' });
  });

  it('never fill the whole day', () => {
    const night = settings({ quiet: { from: '20:00', to: '08:00' } });
    expect(quietAt(night, { from: '08:00' }).quiet).toEqual({ from: '08:00', to: '09:00' });
    expect(quietAt(night, { to: '20:00' }).quiet).toEqual({ from: '19:00', to: '20:00' });
    const late = settings({ quiet: { from: '20:00', to: '23:30' } });
    expect(quietAt(late, { from: '23:30' }).quiet).toEqual({ from: '23:30', to: '00:30' });
  });

  it('may go over midnight', () => {
    expect(overnight({ from: '20:00', to: '08:00' })).toBe(true);
    expect(overnight({ from: '12:00', to: '13:30' })).toBe(false);
  });
});

describe('what there is to choose from', () => {
  it('has every half hour and the chosen time', () => {
    expect(timesWith('09:00')).toHaveLength(48);
    expect(timesWith('09:10')).toHaveLength(49);
    expect(timesWith('09:10')[19]).toBe('09:10');
    expect(timesWith('00:00')[47]).toBe('23:30');
  });

  it('has the zones that matter, each once', () => {
    expect(zonesOf(settings(), 'Asia/Shanghai')).toEqual(['Asia/Shanghai']);
    expect(zonesOf(settings({ zone: 'Asia/Tokyo' }), 'Europe/Berlin')).toEqual([
      'Asia/Shanghai',
      'Europe/Berlin',
      'Asia/Tokyo',
    ]);
  });
});
