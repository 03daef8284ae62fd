import { ownArea, ownChoice, ownText, section, span, textField, values, type Section, type Selected } from './entries';
import { attribute, setAttributes } from './moddle';
import { ruleList } from './rules';
import { say } from './words';

const ICONS = [
  'paper',
  'calendar',
  'expense',
  'key',
  'people',
  'person',
  'meeting',
  'check',
  'undo',
  'building',
  'device',
  'flag',
];
const DAYS = /^P[1-9]\d{0,3}[DWMY]$/;

/** What is said of a process as a whole: where it stands, who sees it, what its requests are called. */
export function processSections(at: Selected): Section[] {
  return [
    section('catalogue', [
      ownText(at, 'categoryName'),
      ownText(at, 'categoryNameEn'),
      ownText(at, 'category', {
        validate: (value) => (value === '' || /^[a-z][a-z0-9-]*$/.test(value) ? undefined : say('wrong.key')),
      }),
      ownChoice(at, 'icon', values('icon', ICONS)),
      ownText(at, 'numberPrefix', {
        validate: (value) => (value === '' || /^[A-Z]{1,6}$/.test(value) ? undefined : say('wrong.prefix')),
      }),
      ownText(at, 'title'),
      ownText(at, 'titleEn'),
    ]),
    section('running', [
      ownArea(at, 'facts'),
      ownChoice(at, 'repeated', values('repeated', ['consecutive', 'anywhere']), say('repeated.off')),
      ownText(at, 'protected'),
      ownText(at, 'revoke', {
        validate: (value) => (value === '' || /^P[1-9]\d{0,2}[DWM]$/.test(value) ? undefined : say('wrong.span')),
      }),
      ownText(at, 'goal', { validate: span }),
      textField({
        id: 'historyTimeToLive',
        label: say('property.historyTimeToLive'),
        get: () => attribute(at.object, 'camunda:historyTimeToLive'),
        set: (value) => setAttributes(at.pen, at.element, at.object, { 'camunda:historyTimeToLive': value }),
        validate: (value) => (DAYS.test(value) ? undefined : say('wrong.span')),
      }),
    ]),
    section('people', [
      roles(at, 'starters', say('starters.all')),
      roles(at, 'administrators', say('administrators.usual')),
    ]),
    ruleList(at, 'copies'),
    ruleList(at, 'readers'),
  ];
}

/** Only roles may be named here; several are written with spaces and then kept as they are. */
function roles(at: Selected, name: 'starters' | 'administrators', none: string) {
  const own = ownChoice(
    at,
    name,
    at.vocabulary.roles.map((role) => ({ value: `role:${role.key}`, label: role.name })),
    none,
  );
  return own;
}
