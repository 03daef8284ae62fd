import { choice, ownText, section, textArea, textField, tick, values, type Entry, type Section, type Selected } from './entries';
import {
  attribute,
  documentation,
  eventDefinition,
  expression,
  input,
  inputNames,
  isA,
  property,
  setAttributes,
  setDocumentation,
  setExpression,
  setInput,
  setMessage,
  setProperty,
  type Moddle,
} from './moddle';
import { factsOf } from './places';
import { say, sayOr, type Word } from './words';

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
    options: vocabulary.steps.map((one) => ({ value: one.name, label: `${one.label} (${one.name})` })),
    get: key,
    set: (name) =>
      setAttributes(pen, element, object, {
        'camunda:delegateExpression': name && `\${steps['${name}']}`,
      }),
  });
  const told = step?.inputs ?? [];
  const extra = inputNames(object).filter((name) => !told.some((one) => one.name === name));
  const inputs = [...told, ...extra.map((name) => ({ name, type: null, required: false, label: null }))];
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
                label: `${one.label || one.name}${one.required ? ' *' : ''}`,
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
  if (/int|long|number|decimal|double/i.test(type) && !/^-?\d+(\.\d+)?$/.test(value)) return say('wrong.number');
  if (/bool/i.test(type) && !/^(true|false)$/.test(value)) return say('wrong.boolean');
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

/** What a receiving task or event waits for. */
export function messageSection(at: Selected): Section | undefined {
  const { object, element, pen, vocabulary } = at;
  const holder = isA(object, 'bpmn:ReceiveTask') ? object : eventDefinition(object, 'bpmn:MessageEventDefinition');
  if (!holder) return undefined;
  return section(
    'message',
    [
      choice({
        id: 'message',
        label: say('property.message'),
        description: say('property.message.hint'),
        options: vocabulary.events.map((one) => ({ value: one.name, label: `${one.label} (${one.name})` })),
        get: () => String((holder.get('messageRef') as Moddle | undefined)?.get('name') ?? ''),
        set: (name) => setMessage(pen, element, holder, name),
      }),
    ],
    true,
  );
}

const TIMES = ['timeDuration', 'timeDate', 'timeCycle'] as const;

export function timerSection(at: Selected): Section | undefined {
  const { object, element, pen } = at;
  const timer = eventDefinition(object, 'bpmn:TimerEventDefinition');
  if (!timer) return undefined;
  const kind = TIMES.find((name) => timer.get(name) !== undefined) ?? 'timeDuration';
  const put = (name: (typeof TIMES)[number], body: string): void =>
    setExpression(pen, element, timer, name, body, { timeDuration: undefined, timeDate: undefined, timeCycle: undefined });
  return section(
    'timer',
    [
      choice({
        id: 'timer-kind',
        label: say('property.timerKind'),
        options: values('timer', [...TIMES]),
        get: () => kind,
        set: (name) => put((name || 'timeDuration') as (typeof TIMES)[number], USUAL_TIME[name] ?? 'P1D'),
      }),
      textField({
        id: 'timer-value',
        label: sayOr(`timer.${kind}`, kind),
        description: say(`timer.${kind}.hint` as Word),
        get: () => expression(timer, kind),
        set: (body) => put(kind, body),
      }),
    ],
    true,
  );
}
const USUAL_TIME: Record<string, string> = { timeDuration: 'working:P1D', timeDate: '${endsAt}', timeCycle: 'R3/P1D' };

/** What an end, or an event that settles the request on its way, means for it. */
export const outcomeSection = (at: Selected): Section =>
  section(
    'outcome',
    [
      choice({
        id: 'outcome',
        label: say('property.outcome'),
        none: say(at.object.$type === 'bpmn:EndEvent' ? 'outcome.completed' : 'outcome.none'),
        options: values('outcome', ['approved', 'rejected', 'cancelled']),
        get: () => property(at.object, 'outcome'),
        set: (value) => setProperty(at.pen, at.element, at.object, 'outcome', value),
      }),
    ],
    true,
  );

/** Under which condition a request goes this way. */
export function flowSection(at: Selected): Section | undefined {
  const { object, element, pen } = at;
  const from = object.get('sourceRef') as Moddle | undefined;
  if (!from || !isA(from, 'bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway')) return undefined;
  const usual = (): boolean => from.get('default') === object;
  return section(
    'condition',
    [
      tick({
        id: 'default',
        label: say('property.default'),
        description: say('property.default.hint'),
        get: usual,
        set: (on) => pen.modeling.updateModdleProperties(element, from, { default: on ? object : undefined }),
      }),
      ...(usual()
        ? []
        : [
            textField({
              id: 'condition',
              label: say('property.condition'),
              description: say('property.condition.hint', { facts: [...factsOf(object), 'decision'].join(', ') }),
              get: () => expression(object, 'conditionExpression'),
              set: (body: string) => setExpression(pen, element, object, 'conditionExpression', body),
              validate: (value: string) => (value === '' || /^\$\{.+\}$/.test(value) ? undefined : say('wrong.condition')),
            }),
          ]),
    ],
    true,
  );
}

/** A step that is there once for each of a list. */
export function loopSection(at: Selected): Section | undefined {
  const { object, element, pen } = at;
  const loop = object.get('loopCharacteristics') as Moddle | undefined;
  if (loop?.$type !== 'bpmn:MultiInstanceLoopCharacteristics') return undefined;
  const put = (name: string) => (value: string) => pen.modeling.updateModdleProperties(element, loop, { [name]: value || undefined });
  return section('loop', [
    textField({
      id: 'collection',
      label: say('property.collection'),
      description: say('property.collection.hint'),
      get: () => attribute(loop, 'camunda:collection'),
      set: put('camunda:collection'),
    }),
    textField({
      id: 'elementVariable',
      label: say('property.elementVariable'),
      get: () => attribute(loop, 'camunda:elementVariable'),
      set: put('camunda:elementVariable'),
    }),
    textField({
      id: 'completionCondition',
      label: say('property.completionCondition'),
      get: () => expression(loop, 'completionCondition'),
      set: (body) => setExpression(pen, element, loop, 'completionCondition', body),
    }),
  ]);
}

