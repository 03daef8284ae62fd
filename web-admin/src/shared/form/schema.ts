/** The part of the Camunda Forms (form-js) schema that people fill in; what is unknown is kept and ignored. */
export interface FormSchema {
  id?: string;
  type?: string;
  schemaVersion?: number;
  components: FormNode[];
}

export interface FormOption {
  value: string;
  label: string;
  labelEn?: string;
}

export interface FormRules {
  required?: boolean;
  minLength?: number;
  maxLength?: number;
  min?: number | string;
  max?: number | string;
  pattern?: string;
  validationType?: 'custom' | 'email' | 'phone' | string;
}

export interface FormNode {
  id?: string;
  type: string;
  key?: string;
  path?: string;
  label?: string;
  dateLabel?: string;
  timeLabel?: string;
  text?: string;
  description?: string;
  subtype?: 'date' | 'time' | 'datetime';
  components?: FormNode[];
  values?: FormOption[];
  validate?: FormRules;
  conditional?: { hide?: string };
  properties?: Record<string, string>;
  appearance?: { prefixAdorner?: string; suffixAdorner?: string };
  defaultValue?: unknown;
  decimalDigits?: number;
  increment?: string | number;
  serializeToString?: boolean;
  timeInterval?: number;
  searchable?: boolean;
  multiple?: boolean | string;
  accept?: string;
  height?: number;
  readonly?: boolean | string;
  disabled?: boolean;
  defaultRepetitions?: number;
  allowAddRemove?: boolean;
  /** FEEL of a field that is reckoned, with `type` expression */
  expression?: string;
}

export type Answers = Record<string, unknown>;
export type Right = 'hidden' | 'read' | 'write' | 'required';
export type Rights = Record<string, Right>;

/** One refused field: the path inside the answers, as `lines.0.amount`. */
export interface FieldError {
  path: string;
  label: string;
  message: string;
}

const CONTAINERS = new Set(['group', 'default', 'form']);
const ORNAMENTS = new Set(['text', 'separator', 'spacer', 'button', 'html', 'image', 'iframe']);

export const isContainer = (node: FormNode): boolean => CONTAINERS.has(node.type);
export const isList = (node: FormNode): boolean => node.type === 'dynamiclist';
export const isFormula = (node: FormNode): boolean => node.type === 'expression';
/** Counted by us, whatever type it is kept as. */
export const isCounted = (node: FormNode): boolean => node.properties?.component === 'working-days';
export const isOrnament = (node: FormNode): boolean => ORNAMENTS.has(node.type);

/** The name under which a node keeps its value, inside its container. */
export const nameOf = (node: FormNode): string => (isList(node) || isContainer(node) ? node.path : node.key) ?? '';

export const joinPath = (...parts: (string | number)[]): string => parts.filter((part) => part !== '').join('.');

/** What a field is, office components included: `properties.component` wins over the schema's own type. */
export const kindOf = (node: FormNode): string => node.properties?.component ?? node.type;

export const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

const english = (lang: string): boolean => lang.toLowerCase().startsWith('en');

const translated = (node: FormNode, name: string, original: string | undefined, lang: string): string =>
  (english(lang) ? node.properties?.[`${name}En`] : undefined) ?? original ?? '';

export const labelOf = (node: FormNode, lang: string): string =>
  translated(
    node,
    'label',
    node.label ??
      node.properties?.label ??
      (node.subtype === 'datetime' ? node.timeLabel : undefined) ??
      node.dateLabel ??
      node.timeLabel,
    lang,
  ) ||
  (node.key ?? '');

export const helpOf = (node: FormNode, lang: string): string => translated(node, 'description', node.description, lang);

export const textOf = (node: FormNode, lang: string): string => translated(node, 'text', node.text, lang);

export const optionLabel = (option: FormOption, lang: string): string =>
  (english(lang) ? option.labelEn : undefined) ?? option.label ?? option.value;

/** Reads `lines.0.amount` out of the answers. */
export function read(answers: Answers, path: string): unknown {
  let value: unknown = answers;
  for (const step of path.split('.')) {
    if (value === null || typeof value !== 'object') return undefined;
    value = (value as Record<string, unknown>)[step];
  }
  return value;
}

/** A copy of the answers with one value changed; what is not on the path is shared. */
export function write(answers: Answers, path: string, value: unknown): Answers {
  const [head, ...rest] = path.split('.') as [string, ...string[]];
  if (rest.length === 0) return { ...answers, [head]: value };
  const inner = answers[head];
  if (Array.isArray(inner)) {
    const [index, ...deeper] = rest as [string, ...string[]];
    const rows = [...(inner as unknown[])];
    const at = Number(index);
    rows[at] = deeper.length === 0 ? value : write((rows[at] ?? {}) as Answers, deeper.join('.'), value);
    return { ...answers, [head]: rows };
  }
  return { ...answers, [head]: write((inner ?? {}) as Answers, rest.join('.'), value) };
}
