import {
  CheckboxEntry,
  Group,
  isCheckboxEntryEdited,
  isSelectEntryEdited,
  isTextAreaEntryEdited,
  isTextFieldEntryEdited,
  ListGroup,
  SelectEntry,
  TextAreaEntry,
  TextFieldEntry,
} from '@bpmn-io/properties-panel';
import { useService } from 'bpmn-js-properties-panel';
import type { Vocabulary } from './api';
import { property, setProperty, subject, type Moddle, type Pen, type Shape } from './moddle';
import { say, sayOr, type Word } from './words';

/** What the groups of the properties panel are made of: fields, lists and sections of the panel's own library. */
export interface Entry {
  id: string;
  component: unknown;
  isEdited?: unknown;
  [more: string]: unknown;
}
export interface Section {
  id: string;
  label: string;
  component: unknown;
  entries?: Entry[];
  items?: Item[];
  add?: (event: Event) => void;
  shouldOpen?: boolean;
}
export interface Item {
  id: string;
  label: string;
  entries: Entry[];
  remove: (event: Event) => void;
  autoFocusEntry?: string;
}
export interface Choice {
  value: string;
  label: string;
}

/** What is selected, what may be named, and what writes. */
export interface Selected {
  element: Shape;
  object: Moddle;
  pen: Pen;
  vocabulary: Vocabulary;
}

export const selected = (element: Shape, pen: Pen, vocabulary: Vocabulary): Selected => ({
  element,
  object: subject(element),
  pen,
  vocabulary,
});

const debounced = (props: object): object => ({ ...props, debounce: useService('debounceInput') });
const Text = (props: object): unknown => TextFieldEntry(debounced(props));
const Area = (props: object): unknown => TextAreaEntry(debounced(props));
const Select = (props: object): unknown => SelectEntry(props);
const Check = (props: object): unknown => CheckboxEntry(props);

interface Field {
  id: string;
  label: string;
  description?: string;
  get: () => string;
  set: (value: string) => void;
  validate?: (value: string) => string | undefined;
  placeholder?: string;
}

const common = ({ id, label, description, get, set, validate, placeholder }: Field) => ({
  id,
  label,
  description,
  placeholder,
  getValue: () => get(),
  // A refused value is not written; the field keeps it and says why.
  setValue: (value: string | undefined, refused?: string | null) => {
    if (!refused) set((value ?? '').trim());
  },
  validate: validate && ((value: string | undefined) => validate((value ?? '').trim()) ?? null),
});

export const textField = (field: Field): Entry => ({
  ...common(field),
  component: Text,
  isEdited: isTextFieldEntryEdited,
});

export const textArea = (field: Field & { rows?: number }): Entry => ({
  ...common(field),
  rows: field.rows ?? 2,
  component: Area,
  isEdited: isTextAreaEntryEdited,
});

/** One of several; what is written already stays to be chosen, known or not. */
export const choice = (field: Field & { options: Choice[]; none?: string }): Entry => ({
  ...common(field),
  getOptions: () => {
    const now = field.get();
    const known = field.options.some((one) => one.value === now);
    return [
      { value: '', label: field.none ?? say('choose') },
      ...field.options,
      ...(now !== '' && !known ? [{ value: now, label: now }] : []),
    ];
  },
  component: Select,
  isEdited: isSelectEntryEdited,
});

export const tick = (
  field: Omit<Field, 'get' | 'set'> & { get: () => boolean; set: (on: boolean) => void },
): Entry => ({
  id: field.id,
  label: field.label,
  description: field.description,
  getValue: () => field.get(),
  setValue: (on: boolean) => field.set(on),
  component: Check,
  isEdited: isCheckboxEntryEdited,
});

export const section = (id: string, entries: Entry[], shouldOpen = false): Section => ({
  id,
  label: say(`panel.${id}` as Word),
  component: Group,
  entries,
  shouldOpen,
});

export const listSection = (id: string, items: Item[], add: () => void): Section => ({
  id,
  label: say(`panel.${id}` as Word),
  component: ListGroup,
  items,
  shouldOpen: true,
  add: (event) => {
    event.stopPropagation();
    add();
  },
});

/** A field for a property of ours, with its words under `property.NAME`. */
export function ownField(at: Selected, name: string, more: Partial<Field> = {}): Field {
  return {
    id: name,
    label: say(`property.${name}` as Word),
    description: sayOr(`property.${name}.hint`, '') || undefined,
    get: () => property(at.object, name),
    set: (value) => setProperty(at.pen, at.element, at.object, name, value),
    ...more,
  };
}

export const ownText = (at: Selected, name: string, more: Partial<Field> = {}): Entry =>
  textField(ownField(at, name, more));

export const ownArea = (at: Selected, name: string): Entry => textArea(ownField(at, name));

export const ownChoice = (at: Selected, name: string, options: Choice[], none?: string): Entry =>
  choice({ ...ownField(at, name), options, none });

/** A tick that is written as `required`. */
export function ownNeed(at: Selected, name: string): Entry {
  const field = ownField(at, name);
  return tick({
    ...field,
    get: () => field.get() === 'required',
    set: (on) => field.set(on ? 'required' : ''),
  });
}

/** Words of this file for values that the server has none for. */
export const values = (group: string, names: string[]): Choice[] =>
  names.map((value) => ({ value, label: sayOr(`${group}.${value}`, value) }));

const SPAN = /^(P(?=.)(\d+[YMWD])*(T(?=\d)(\d+[HMS])+)?)$/;
/** A length of time as the model writes it; empty is none. */
export const span = (value: string): string | undefined =>
  value === '' || SPAN.test(value) ? undefined : say('wrong.span');
