import type { FormNode } from '../schema';

/** What every control is given; it answers with `update:modelValue`. */
export interface FieldProps {
  node: FormNode;
  modelValue: unknown;
  id: string;
  label: string;
  required: boolean;
  invalid: boolean;
  describedBy: string | undefined;
}

export type FieldEmits = { 'update:modelValue': [value: unknown] };

export const textOf = (value: unknown): string => (value === undefined || value === null ? '' : String(value));

export const listOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(String) : textOf(value) === '' ? [] : [textOf(value)];

/** A property that a designer typed as text. */
export const isTrue = (value: unknown): boolean => value === true || value === 'true' || value === '=true';
