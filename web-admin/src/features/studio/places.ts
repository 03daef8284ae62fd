import type { Choice, Selected } from './entries';
import { attribute, property, words, type Moddle } from './moddle';

/** What else stands in the process of an element, for whatever names it. */
export function processOf(object: Moddle): Moddle | undefined {
  let at: Moddle | undefined = object;
  while (at && at.$type !== 'bpmn:Process') at = at.$parent;
  return at;
}

function nodes(holder: Moddle | undefined): Moddle[] {
  const own = (holder?.get('flowElements') as Moddle[] | undefined) ?? [];
  return own.flatMap((one) => (one.$type === 'bpmn:SubProcess' ? [one, ...nodes(one)] : [one]));
}

/** The user tasks, for rules and places that name one. */
export const userTasks = (object: Moddle, but?: Moddle): Choice[] =>
  nodes(processOf(object))
    .filter((one) => one.$type === 'bpmn:UserTask' && one !== but)
    .map((one) => ({ value: String(one.id), label: String(one.get('name') ?? one.id) }));

/** Fields of the step's form, else of all forms of the process. */
export function fieldsAt(at: Selected): Choice[] {
  const own = attribute(at.object, 'camunda:formRef');
  const used = new Set(nodes(processOf(at.object)).map((one) => attribute(one, 'camunda:formRef')));
  const forms = at.vocabulary.forms.filter((form) => (own ? form.key === own : used.has(form.key)));
  const found = new Map<string, string>();
  for (const form of forms) for (const field of form.fields) found.set(field.key, field.label || field.key);
  return [...found].map(([value, label]) => ({ value, label }));
}

export function factsOf(object: Moddle): string[] {
  const process = processOf(object);
  return process ? words(property(process, 'facts')) : [];
}
