import { inject, provide, type Component, type ComputedRef, type InjectionKey, type Ref } from 'vue';
import type { FormModel } from './model';
import type { FieldError } from './schema';

/** One change of a field, in words; `label` says where in a table. */
export interface FieldChange {
  at: string;
  who: string;
  step: string;
  label: string;
  before: string;
  after: string;
}

/** What every part of one form shares. */
export interface FormContext {
  model: ComputedRef<FormModel>;
  lang: ComputedRef<string>;
  errors: Ref<FieldError[]>;
  /** unique on the page, so that two forms never share an id */
  prefix: string;
  change: (path: string, value: unknown) => void;
  /** asks one question; a document has none, and is read without the controls */
  field?: Component;
  /** what became of fields since the request was submitted, by their names */
  history?: ComputedRef<Record<string, FieldChange[]>>;
  /** a place that somebody jumps to; a table shows the part of it that holds the place */
  aimed?: Ref<string>;
}

const KEY: InjectionKey<FormContext> = Symbol('form');

export const provideForm = (context: FormContext): void => provide(KEY, context);

export function useForm(): FormContext {
  const context = inject(KEY);
  if (context === undefined) throw new Error('A field stands outside a form');
  return context;
}

export const fieldId = (prefix: string, path: string): string => `${prefix}-${path.replaceAll('.', '-')}`;
