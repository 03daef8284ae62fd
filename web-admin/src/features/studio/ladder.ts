import { choice, listSection, textField, type Entry, type Section, type Selected } from './entries';
import { property, setProperty } from './moddle';
import { ruleWords } from './rules';
import { say, sayOr, type Word } from './words';

/** One rung of the ladder of a late step: `PT4H remind*3`, `P3D transfer=role:hr`. */
export interface Rung {
  when: string;
  what: string;
  times: string;
  to: string;
}

export function parseRung(text: string): Rung {
  const [when = '', deed = ''] = text.trim().split(/\s+/, 2);
  const found = /^([a-z-]+)(?:\*(\d+))?(?:=(.+))?$/.exec(deed);
  return { when, what: found?.[1] ?? deed, times: found?.[2] ?? '', to: found?.[3] ?? '' };
}

export const writeRung = ({ when, what, times, to }: Rung): string =>
  `${when} ${what}${times ? `*${times}` : ''}${to ? `=${to}` : ''}`;

export const parseLadder = (text: string): Rung[] =>
  text
    .split(',')
    .filter((one) => one.trim() !== '')
    .map(parseRung);

export const writeLadder = (rungs: Rung[]): string => rungs.map(writeRung).join(', ');

const DEEDS = ['remind', 'remind-leader', 'transfer', 'pass', 'reject'];
const WHEN = /^-?P(?=.)(\d+[WD])*(T(?=\d)(\d+[HM])+)?$/;
const LENGTH = /^(-?)P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/;

/** "PT4H" as people say it. */
export function lengthWords(text: string): string {
  const found = LENGTH.exec(text);
  if (!found) return text;
  const [, minus, weeks, days, hours, minutes] = found;
  const parts = (
    [
      [weeks, 'length.weeks'],
      [days, 'length.days'],
      [hours, 'length.hours'],
      [minutes, 'length.minutes'],
    ] as [string | undefined, Word][]
  )
    .filter(([n]) => Number(n) > 0)
    .map(([n, key]) => say(key, { n: n ?? '' }));
  if (parts.length === 0) return say('when.due');
  return say(minus ? 'when.before' : 'when.after', { length: parts.join(' ') });
}

const rungWords = (at: Selected, rung: Rung): string =>
  `${lengthWords(rung.when)} · ${sayOr(`deed.${rung.what}`, rung.what)}` +
  (rung.times ? ` × ${rung.times}` : '') +
  (rung.to ? ` → ${ruleWords(at, rung.to)}` : '');

/** The ladder as a list, rung by rung. */
export function ladderSection(at: Selected): Section {
  const read = (): Rung[] => parseLadder(property(at.object, 'escalation'));
  const write = (rungs: Rung[]): void => setProperty(at.pen, at.element, at.object, 'escalation', writeLadder(rungs));
  const items = read().map((rung, index) => {
    const id = `escalation-${index}`;
    const one = (): Rung => read()[index] ?? rung;
    const put = (change: Partial<Rung>): void =>
      write(read().map((each, place) => (place === index ? { ...each, ...change } : each)));
    const entries: Entry[] = [
      textField({
        id: `${id}-when`,
        label: say('rung.when'),
        description: say('rung.when.hint'),
        get: () => one().when,
        set: (when) => put({ when }),
        validate: (value) => (WHEN.test(value) ? undefined : say('wrong.when')),
      }),
      choice({
        id: `${id}-what`,
        label: say('rung.what'),
        options: DEEDS.map((value) => ({ value, label: sayOr(`deed.${value}`, value) })),
        get: () => one().what,
        set: (what) => put({ what: what || 'remind', times: '', to: '' }),
      }),
    ];
    if (rung.what === 'remind')
      entries.push(
        textField({
          id: `${id}-times`,
          label: say('rung.times'),
          get: () => one().times,
          set: (times) => put({ times: times === '1' ? '' : times }),
          validate: (value) => (value === '' || /^[1-9]\d?$/.test(value) ? undefined : say('wrong.number')),
        }),
      );
    if (rung.what === 'transfer')
      entries.push(
        textField({
          id: `${id}-to`,
          label: say('rung.to'),
          description: say('rung.to.hint'),
          get: () => one().to,
          set: (to) => put({ to }),
        }),
      );
    return {
      id,
      label: rungWords(at, rung),
      entries,
      autoFocusEntry: `${id}-when`,
      remove: (event: Event) => {
        event.stopPropagation();
        write(read().filter((_, place) => place !== index));
      },
    };
  });
  return listSection('escalation', items, () =>
    write([...read(), { when: 'PT4H', what: 'remind', times: '', to: '' }]),
  );
}
