import { choice, ownText, section, textArea, textField, type Entry, type Section, type Selected } from './entries';
import {
  attribute,
  documentation,
  input,
  inputNames,
  isA,
  property,
  setAttributes,
  setDocumentation,
  setInput,
  setProperty,
} from './moddle';
import { factsOf } from './places';
import { say, sayOr } from './words';

const STEP = /^\$\{\s*steps\['([a-z0-9.-]+)'\]\s*\}$/;
const ID = /^[A-Za-z_][\w.-]*$/;
const KEY = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Names, the id and what is explained. */
export function generalSection(at: Selected): Section {
  const { object, element, pen } = at;
  const process = isA(object, 'bpmn:Process');
  const entries: Entry[] = [
    textField({
      id: 'name',
      label: say('property.name'),
      get: () => attribute(object, 'name'),
      set: (name) => setAttributes(pen, element, object, { name }),
    }),
  ];
  if (!isA(object, 'bpmn:SequenceFlow', 'bpmn:Lane')) entries.push(ownText(at, 'nameEn'));
  entries.push(
    textField({
      id: 'id',
      label: say(process ? 'property.key' : 'property.id'),
      description: process ? say('property.key.hint') : undefined,
      get: () => attribute(object, 'id'),
      set: (id) => setAttributes(pen, element, object, { id }),
      validate: (value) => ((process ? KEY : ID).test(value) ? undefined : say(process ? 'wrong.key' : 'wrong.id')),
    }),
  );
  if (!isA(object, 'bpmn:SequenceFlow', 'bpmn:Lane'))
    entries.push(
      textArea({
        id: 'documentation',
        label: say('property.documentation'),
        get: () => documentation(object),
        set: (text) => setDocumentation(pen, element, object, text),
      }),
    );
  if (process)
    entries.push(
      textArea({
        id: 'documentationEn',
        label: say('property.documentationEn'),
        get: () => property(object, 'documentationEn'),
        set: (text) => setProperty(pen, element, object, 'documentationEn', text),
      }),
    );
  return section('general', entries, true);
}

/** Which step of the system, what it is given and what it gives. */
export function stepSections(at: Selected): Section[] {
  const { object, element, pen, vocabulary } = at;
  const key = (): string => STEP.exec(attribute(object, 'camunda:delegateExpression'))?.[1] ?? '';
  const step = vocabulary.steps.find((one) => one.name === key());
  const picker = choice({
    id: 'step',
    label: say('property.step'),
    description: step
      ? [
          step.outputs.length > 0 ? say('step.gives', { names: step.outputs.map((one) => one.name).join(', ') }) : '',
          step.effect ? say('step.effect', { effect: sayOr(`effect.${step.effect}`, step.effect) }) : '',
        ]
          .filter(Boolean)
          .join(' ')
      : undefined,
    options: vocabulary.steps.map((one) => ({
      value: one.name,
      label: one.label === one.name ? one.name : `${one.label} (${one.name})`,
    })),
    get: key,
    set: (name) =>
      setAttributes(pen, element, object, {
        'camunda:delegateExpression': name && `\${steps['${name}']}`,
      }),
  });
  const told = step?.inputs ?? [];
  const extra = inputNames(object).filter((name) => !told.some((one) => one.name === name));
  const inputs = [...told, ...extra.map((name) => ({ name, type: null, required: false }))];
  return [
    section('step', [picker], true),
    ...(inputs.length === 0
      ? []
      : [
          section(
            'inputs',
            inputs.map((one) =>
              textField({
                id: `input-${one.name}`,
                label: `${one.name}${one.required ? ' *' : ''}`,
                description: one.type ? sayOr(`type.${one.type}`, one.type) : undefined,
                placeholder: say('input.byName', { name: one.name }),
                get: () => input(object, one.name),
                set: (value) => setInput(pen, element, object, one.name, value),
                validate: (value) => typed(one.type ?? '', value),
              }),
            ),
          ),
        ]),
  ];
}

/** A fixed value must be of the type that the step takes; a fact is checked when it is proved. */
export function typed(type: string, value: string): string | undefined {
  if (value === '' || value.includes('${')) return undefined;
  if (type === 'number' && !/^-?\d+(\.\d+)?$/.test(value)) return say('wrong.number');
  if (type === 'truth' && !/^(true|false)$/.test(value)) return say('wrong.boolean');
  return undefined;
}

/** Which decision table, and the fact that its result becomes. */
export function decisionSection(at: Selected): Section {
  const { object, element, pen, vocabulary } = at;
  return section(
    'decision',
    [
      choice({
        id: 'decisionRef',
        label: say('property.decisionRef'),
        options: vocabulary.decisions.map((one) => ({ value: one.key, label: `${one.name} (${one.key})` })),
        get: () => attribute(object, 'camunda:decisionRef'),
        set: (value) =>
          setAttributes(pen, element, object, {
            'camunda:decisionRef': value,
            'camunda:decisionRefBinding': value && 'deployment',
            'camunda:mapDecisionResult': value && 'singleEntry',
          }),
      }),
      choice({
        id: 'resultVariable',
        label: say('property.resultVariable'),
        description: say('property.resultVariable.hint'),
        options: factsOf(object).map((value) => ({ value, label: value })),
        get: () => attribute(object, 'camunda:resultVariable'),
        set: (value) => setAttributes(pen, element, object, { 'camunda:resultVariable': value }),
      }),
    ],
    true,
  );
}
