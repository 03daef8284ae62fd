import { choice, section, textField, tick, values, type Section, type Selected } from './entries';
import {
  attribute,
  eventDefinition,
  expression,
  isA,
  property,
  setExpression,
  setMessage,
  setProperty,
  type Moddle,
} from './moddle';
import { factsOf } from './places';
import { say, sayOr, type Word } from './words';

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
    setExpression(pen, element, timer, name, body, {
      timeDuration: undefined,
      timeDate: undefined,
      timeCycle: undefined,
    });
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
              validate: (value: string) =>
                value === '' || /^\$\{.+\}$/.test(value) ? undefined : say('wrong.condition'),
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
  const put = (name: string) => (value: string) =>
    pen.modeling.updateModdleProperties(element, loop, { [name]: value || undefined });
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
