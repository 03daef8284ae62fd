import {
  choice,
  listSection,
  ownField,
  ownText,
  textField,
  values,
  type Choice,
  type Entry,
  type Selected,
  type Section,
} from './entries';
import { property, setProperty, words } from './moddle';
import { factsOf, fieldsAt, userTasks } from './places';
import { say, sayOr } from './words';

/** One approver rule as a model writes it: `random:leader:2*3`. */
export interface Rule {
  random: boolean;
  name: string;
  argument: string;
  weight: string;
}

export function parseRule(text: string): Rule {
  const weighed = /^(.*?)(?:\*([1-9]\d?))?$/.exec(text);
  const random = (weighed?.[1] ?? '').startsWith('random:');
  const plain = (weighed?.[1] ?? '').slice(random ? 'random:'.length : 0);
  const colon = plain.indexOf(':');
  return {
    random,
    name: colon < 0 ? plain : plain.slice(0, colon),
    argument: colon < 0 ? '' : plain.slice(colon + 1),
    weight: weighed?.[2] ?? '',
  };
}

export const writeRule = ({ random, name, argument, weight }: Rule): string =>
  (random ? 'random:' : '') +
  name +
  // A name may hold no space; an underscore stands for it.
  (argument === '' ? '' : `:${argument.trim().replaceAll(/\s+/g, '_')}`) +
  (weight === '' ? '' : `*${weight}`);

/** Names that need to be told more, and those that may be. */
const NEEDS = [
  'person',
  'role',
  'leaders',
  'leaders-down',
  'head-of',
  'head-of-department',
  'members-of',
  'department',
  'position',
  'field',
  'holder',
  'step',
  'decision',
];
const MAY = ['leader', 'head'];
const ALL = [
  'leader',
  'leaders',
  'leaders-down',
  'head',
  'head-of',
  'head-of-department',
  'members-of',
  'department',
  'position',
  'role',
  'person',
  'field',
  'holder',
  'step',
  'decision',
  'applicant',
];

/** What a rule may read, by its name; a column of a table names nobody. */
const answers = (at: Selected): string[] =>
  [...fieldsAt(at).map((one) => one.value), ...factsOf(at.object)].filter((name) => !name.includes('.'));
const NAMED: Record<string, (at: Selected) => string[]> = {
  field: answers,
  holder: answers,
  'head-of': answers,
  'members-of': answers,
  decision: (at) => factsOf(at.object),
};

function ruleChoices(at: Selected): Choice[] {
  const told = at.vocabulary.rules
    .map((rule) => ({ value: rule.name, label: sayOr(`rule.${rule.name}`, rule.label) }))
    .filter((one) => one.value !== 'random' && one.value !== 'none');
  const known = new Set(told.map((one) => one.value));
  return [...told, ...values('rule', ALL).filter((one) => !known.has(one.value))];
}

const named = (items: { key: string; name: string }[]): Choice[] =>
  items.map(({ key, name }) => ({ value: key, label: name }));

/** The fields of one rule: what kind it is and what it needs to be told. */
function ruleEntries(at: Selected, id: string, read: () => string, write: (text: string) => void): Entry[] {
  const rule = parseRule(read());
  const put = (change: Partial<Rule>): void => write(writeRule({ ...parseRule(read()), ...change }));
  const entries: Entry[] = [
    choice({
      id: `${id}-kind`,
      label: say('rule'),
      options: ruleChoices(at),
      get: () => parseRule(read()).name,
      set: (name) => put({ name, argument: '' }),
    }),
  ];
  if (![...NEEDS, ...MAY].includes(rule.name)) return entries;
  const names = NAMED[rule.name]?.(at) ?? [];
  const offered = names.length > 0 ? say('rule.names', { names: names.join(', ') }) : undefined;
  const argument = {
    id: `${id}-argument`,
    label: sayOr(`rule.${rule.name}.argument`, say('rule.argument')),
    description: sayOr(`rule.${rule.name}.hint`, '') || offered,
    get: () =>
      parseRule(read()).argument.replaceAll(
        '_',
        rule.name === 'position' || rule.name.endsWith('department') ? ' ' : '_',
      ),
    set: (value: string) => put({ argument: value }),
    validate: (value: string) => (value === '' && NEEDS.includes(rule.name) ? say('wrong.argument') : undefined),
  };
  if (rule.name === 'role') entries.push(choice({ ...argument, options: named(at.vocabulary.roles) }));
  else if (rule.name === 'step') entries.push(choice({ ...argument, options: userTasks(at.object, at.object) }));
  else entries.push(textField(argument));
  return entries;
}

/** How a rule reads in a list. */
export function ruleWords(at: Selected, text: string): string {
  const { random, name, argument, weight } = parseRule(text);
  if (name === 'leader' && /^\d$/.test(argument) && !random && !weight) return say('rule.leader.with', { n: argument });
  const label = ruleChoices(at).find((one) => one.value === name)?.label ?? name;
  const role = name === 'role' ? at.vocabulary.roles.find((one) => one.key === argument)?.name : undefined;
  const step = name === 'step' ? userTasks(at.object).find((one) => one.value === argument)?.label : undefined;
  return (
    (random ? `${say('rule.random')} ` : '') +
    label +
    (argument ? ` · ${role ?? step ?? argument.replaceAll('_', ' ')}` : '') +
    (weight ? ` × ${weight}` : '')
  );
}

/** A property that holds several rules, as a list of which each can be opened. */
export function ruleList(at: Selected, name: string, weighed = false): Section {
  const read = (): string[] => words(property(at.object, name));
  const write = (rules: string[]): void => setProperty(at.pen, at.element, at.object, name, rules.join(' '));
  const items = read().map((text, index) => {
    const id = `${name}-${index}`;
    const one = (): string => read()[index] ?? '';
    const put = (next: string): void => write(read().map((rule, place) => (place === index ? next : rule)));
    const entries = ruleEntries(at, id, one, put);
    if (weighed)
      entries.push(
        textField({
          id: `${id}-weight`,
          label: say('rule.weight'),
          get: () => parseRule(one()).weight,
          set: (weight) => put(writeRule({ ...parseRule(one()), weight: weight === '1' ? '' : weight })),
          validate: (value) => (value === '' || /^[1-9]\d?$/.test(value) ? undefined : say('wrong.weight')),
        }),
      );
    return {
      id,
      label: ruleWords(at, text),
      entries,
      autoFocusEntry: `${id}-kind`,
      remove: (event: Event) => {
        event.stopPropagation();
        write(read().filter((_, place) => place !== index));
      },
    };
  });
  return listSection(name, items, () => write([...read(), 'leader']));
}

/** A property with one rule, or one of a few words. */
export function oneRule(at: Selected, name: string, plain: string[], none: string): Entry[] {
  const field = ownField(at, name);
  const now = field.get();
  const own = now === '' || plain.includes(now);
  const entries: Entry[] = [
    choice({
      ...field,
      none,
      options: [...values(name, plain), { value: '*', label: say('rule.other') }],
      get: () => (own ? field.get() : '*'),
      set: (value) => field.set(value === '*' ? 'leader' : value),
    }),
  ];
  if (!own) entries.push(...ruleEntries(at, name, field.get, field.set));
  return entries;
}

const NUMBERED = ['ratio', 'count', 'weight'];
const USUAL: Record<string, string> = { ratio: '60', count: '2', weight: '60' };
const WAYS = ['all', 'any', 'in-order', 'ratio', 'count', 'weight'];

/** How several people decide together: the way, its number, quorum. */
export function decidingEntries(at: Selected): Entry[] {
  const field = ownField(at, 'deciding');
  const told = at.vocabulary.modes.map((mode) => ({
    value: mode.name,
    label: sayOr(`deciding.${mode.name}`, mode.label),
  }));
  const known = new Set(told.map((one) => one.value));
  const way = (): string => field.get().split(':')[0] ?? '';
  const entries: Entry[] = [
    choice({
      ...field,
      none: say('deciding.one'),
      options: [...told, ...values('deciding', WAYS).filter((one) => !known.has(one.value))],
      get: way,
      set: (name) => {
        field.set(NUMBERED.includes(name) ? `${name}:${USUAL[name]}` : name);
      },
    }),
  ];
  if (NUMBERED.includes(way()))
    entries.push(
      textField({
        id: 'deciding-number',
        label: say(way() === 'count' ? 'deciding.howMany' : 'deciding.percent'),
        get: () => field.get().split(':')[1] ?? '',
        set: (value) => field.set(`${way()}:${value}`),
        validate: (value) =>
          (way() === 'count' ? /^[1-9]\d{0,2}$/ : /^([1-9]\d?|100)$/).test(value) ? undefined : say('wrong.number'),
      }),
    );
  if (way() !== '')
    entries.push(
      ownText(at, 'quorum', {
        validate: (value) =>
          value === '' || /^([1-9]\d{0,2}|([1-9]\d?|100)%)$/.test(value) ? undefined : say('wrong.quorum'),
      }),
    );
  return entries;
}
