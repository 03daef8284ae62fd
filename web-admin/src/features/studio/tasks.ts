import {
  choice,
  ownChoice,
  ownNeed,
  ownText,
  section,
  span,
  textField,
  tick,
  values,
  type Entry,
  type Section,
  type Selected,
} from './entries';
import { attribute, property, setAttributes, setProperty, words } from './moddle';
import { fieldsAt, userTasks } from './places';
import { decidingEntries, oneRule, ruleList } from './rules';
import { ladderSection } from './ladder';
import { say, sayOr, type Word } from './words';

/** What is not said in the model: approve, reject and what helps to decide. */
const USUAL = ['approve', 'reject', 'return', 'transfer', 'delegate', 'consult', 'add-signers'];
const ACTIONS = [
  'submit',
  'approve',
  'complete',
  'reject',
  'abstain',
  'return',
  'transfer',
  'delegate',
  'consult',
  'add-signers',
];

function actionTicks(at: Selected): Entry[] {
  const told = new Map(at.vocabulary.actions.map((one) => [one.name, one.label]));
  const now = (): string[] => {
    const said = words(property(at.object, 'actions'));
    return said.length > 0 ? said : USUAL;
  };
  return ACTIONS.map((action) =>
    tick({
      id: `action-${action}`,
      label: told.get(action) ?? sayOr(`action.${action}`, action),
      get: () => now().includes(action),
      set: (on) => {
        const next = ACTIONS.filter((one) => (one === action ? on : now().includes(one)));
        const usual = next.length === USUAL.length && USUAL.every((one) => next.includes(one));
        setProperty(at.pen, at.element, at.object, 'actions', usual ? '' : next.join(' '));
      },
    }),
  );
}

const PAIR = /^([a-z-]+=[^,=]+)(,\s*[a-z-]+=[^,=]+)*$/;
const pairs = (value: string): string | undefined =>
  value === '' || PAIR.test(value) ? undefined : say('wrong.pairs');

function actionSection(at: Selected): Section {
  return section('actions', [
    ...actionTicks(at),
    choice({
      id: 'returnTo',
      label: say('property.returnTo'),
      none: say('returnTo.any'),
      options: [...values('returnTo', ['applicant', 'previous', 'none']), ...userTasks(at.object, at.object)],
      get: () => property(at.object, 'returnTo'),
      set: (value) => setProperty(at.pen, at.element, at.object, 'returnTo', value),
    }),
    ownChoice(at, 'reject', values('reject', ['continue']), say('reject.end')),
    ownNeed(at, 'opinion'),
    ownNeed(at, 'signature'),
    ownNeed(at, 'evidence'),
    ownText(at, 'actionNames', { validate: pairs }),
    ownText(at, 'actionNamesEn', { validate: pairs }),
  ]);
}

/** The form of the step itself; without one it shows the form of the request. */
export function formChoice(at: Selected, none: Word): Entry {
  return choice({
    id: 'formRef',
    label: say('property.formRef'),
    none: say(none),
    options: at.vocabulary.forms.map((form) => ({ value: form.key, label: `${form.name} (${form.key})` })),
    get: () => attribute(at.object, 'camunda:formRef'),
    set: (value) =>
      setAttributes(at.pen, at.element, at.object, {
        'camunda:formRef': value,
        'camunda:formRefBinding': value && 'deployment',
      }),
  });
}

const RIGHTS = ['write', 'hidden', 'required', 'unmasked'] as const;

/** What a holder may do with each field: read it (nothing is said), write it, not see it. */
function rightEntries(at: Selected): Entry[] {
  const said = (right: string): string[] => words(property(at.object, right));
  const put = (right: string, field: string, on: boolean): void => {
    const now = said(right);
    if (now.includes(field) !== on)
      setProperty(
        at.pen,
        at.element,
        at.object,
        right,
        (on ? [...now, field] : now.filter((one) => one !== field)).join(','),
      );
  };
  const known = fieldsAt(at);
  const extra = [...new Set(RIGHTS.flatMap(said))].filter((name) => !known.some((one) => one.value === name));
  return [...known, ...extra.map((value) => ({ value, label: value }))].map(({ value: field, label }) =>
    choice({
      id: `right-${field}`,
      label,
      none: say('right.usual'),
      options: values('right', ['write', 'write-required', 'hidden', 'unmasked']),
      get: () =>
        said('hidden').includes(field)
          ? 'hidden'
          : said('required').includes(field)
            ? 'write-required'
            : said('write').includes(field)
              ? 'write'
              : said('unmasked').includes(field)
                ? 'unmasked'
                : '',
      set: (right) => {
        put('hidden', field, right === 'hidden');
        put('required', field, right === 'write-required');
        put('unmasked', field, right === 'unmasked');
        put('write', field, right === 'write' || (right === 'write-required' && said('write').length > 0));
      },
    }),
  );
}

const DUE =
  /^(working:)?P(?=.)(\d+[YMWD])*(T(?=\d)(\d+[HMS])+)?$|^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$|^\$\{[A-Za-z]\w*\}$/;

function dueEntries(at: Selected): Entry[] {
  return [
    textField({
      id: 'dueDate',
      label: say('property.dueDate'),
      description: say('property.dueDate.hint'),
      get: () => attribute(at.object, 'camunda:dueDate'),
      set: (value) => setAttributes(at.pen, at.element, at.object, { 'camunda:dueDate': value }),
      validate: (value) => (value === '' || DUE.test(value) ? undefined : say('wrong.due')),
    }),
    ownText(at, 'goal', { validate: span }),
  ];
}

/** Everything that a step for people says. */
export function taskSections(at: Selected): Section[] {
  const deciding = property(at.object, 'deciding');
  return [
    ruleList(at, 'approver', deciding.startsWith('weight')),
    section('deciding', [
      ...decidingEntries(at),
      ...oneRule(at, 'nobody', ['pass', 'reject'], say('nobody.administrator')),
      ownChoice(at, 'own', values('own', ['allow', 'skip', 'head']), say('own.leader')),
    ]),
    ...(deciding === '' ? [] : [ruleList(at, 'veto')]),
    ruleList(at, 'exclude'),
    actionSection(at),
    section('fields', [formChoice(at, 'formRef.request'), ...rightEntries(at)]),
    section('due', dueEntries(at)),
    ladderSection(at),
  ];
}
