import { isRequired, isWritable, visit, type FormModel } from './model';
import { OFFICE } from './office';
import { needsResult } from './reckon';
import { isEmpty, isList, kindOf, labelOf, read, type FieldError, type FormNode } from './schema';

/** Says a sentence of the form's own texts. */
export type Say = (key: string, values?: Record<string, unknown>) => string;

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const PHONE = /^\+?[0-9][0-9 ()-]{4,19}$/;
const CHOICES = new Set(['select', 'radio', 'checklist', 'taglist', 'datetime', 'person', 'department']);

/** Characters as people count them: an emoji is one. */
export const lengthOf = (text: string): number => [...text].length;

/** The value of an expression where the field stands. */
type Reckon = (expression: string) => unknown;

const figure = (bound: number | string | undefined, reckon: Reckon): number | null => {
  if (bound === undefined || bound === '') return null;
  const value = typeof bound === 'string' && bound.startsWith('=') ? reckon(bound) : bound;
  const number = Number(value);
  return value === null || Number.isNaN(number) ? null : number;
};

const missing = (node: FormNode): string => {
  const kind = kindOf(node);
  if (kind === 'checkbox') return 'form.error.tick';
  if (kind === 'filepicker') return 'form.error.upload';
  if (kind === 'dynamiclist') return 'form.error.row';
  return CHOICES.has(kind) ? 'form.error.choose' : 'form.error.fill';
};

/** The first thing that is wrong with an answer, or nothing. */
export function check(node: FormNode, value: unknown, required: boolean, reckon: Reckon, say: Say): string | null {
  const rules = node.validate ?? {};
  const kind = kindOf(node);
  if (isEmpty(value) || (kind === 'checkbox' && required && value !== true))
    return required ? say(missing(node)) : null;
  const office = OFFICE[kind]?.(String(value)) ?? null;
  if (node.type === 'number') return checkNumber(node, value, reckon, say) ?? (office === null ? null : say(office));
  if (typeof value !== 'string') return null;
  const length = lengthOf(value);
  if (rules.minLength !== undefined && length < rules.minLength)
    return say('form.error.minLength', { n: rules.minLength, have: length });
  if (rules.maxLength !== undefined && length > rules.maxLength)
    return say('form.error.maxLength', { n: rules.maxLength, over: length - rules.maxLength });
  if (rules.validationType === 'email' && !EMAIL.test(value)) return say('form.error.email');
  if (rules.validationType === 'phone' && !PHONE.test(value)) return say('form.error.phone');
  if (rules.pattern !== undefined && rules.pattern !== '' && !matches(rules.pattern, value))
    return say('form.error.pattern');
  return office === null ? null : say(office);
}

function matches(pattern: string, value: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`, 'u').test(value);
  } catch {
    return true;
  }
}

function checkNumber(node: FormNode, value: unknown, reckon: Reckon, say: Say): string | null {
  const text = String(value).trim();
  const number = Number(text);
  if (!/^[+-]?\d+(\.\d+)?$/.test(text) || Number.isNaN(number)) return say('form.error.number');
  const digits = node.decimalDigits;
  if (digits !== undefined && (text.split('.')[1]?.length ?? 0) > digits)
    return digits === 0 ? say('form.error.whole') : say('form.error.digits', { n: digits });
  const min = figure(node.validate?.min, reckon);
  const max = figure(node.validate?.max, reckon);
  if (min !== null && number < min) return say('form.error.min', { n: min });
  if (max !== null && number > max) return say('form.error.max', { n: max });
  return null;
}

/** Everything that stands in the way of handing in, in the order of the page. */
export function validate(model: FormModel, lang: string, say: Say): FieldError[] {
  const errors: FieldError[] = [];
  visit(model, (node, place) => {
    if (needsResult(node) && isEmpty(read(model.answers, place.path)))
      errors.push({ path: place.path, label: labelOf(node, lang), message: say('form.error.noResult') });
    if (!isWritable(place.right) || place.path === '') return;
    const required = isRequired(node, place.right);
    const value = read(model.answers, place.path);
    const message =
      isList(node) && !required
        ? null
        : check(node, value, required, (expression) => model.feel?.(expression, place.scope) ?? null, say);
    if (message !== null) errors.push({ path: place.path, label: labelOf(node, lang), message });
  });
  return errors;
}

/** The server's paths (`answers.lines[0].amount`) as ours (`lines.0.amount`). */
export const pathOf = (field: string): string =>
  field
    .replace(/\[(\d+)\]/g, '.$1')
    .replace(/^answers\.?/, '')
    .replace(/^\./, '');

/** Refusals of the server, named after the fields they belong to; a path that is not on the page keeps an empty label. */
export function fromServer(errors: { field: string; message: string }[], model: FormModel, lang: string): FieldError[] {
  const labels = new Map<string, string>();
  visit(model, (node, place) => labels.set(place.path, labelOf(node, lang)));
  return errors.map(({ field, message }) => {
    const path = pathOf(field);
    return { path, label: labels.get(path) ?? '', message };
  });
}
