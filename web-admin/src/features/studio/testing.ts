import { BpmnModdle } from 'bpmn-moddle';
import camunda from 'camunda-bpmn-moddle/resources/camunda.json';
import type { Vocabulary } from './api';
import { NO_VOCABULARY } from './api';
import type { Moddle, Pen, Shape } from './moddle';
import type { Entry, Section } from './entries';
import { sectionsOf } from './panel';

interface Reader {
  fromXML(xml: string): Promise<{ rootElement: unknown; warnings: { message: string }[] }>;
  toXML(root: unknown, options?: object): Promise<{ xml: string }>;
  create(type: string, properties?: object): unknown;
}
export const reader = (): Reader => new BpmnModdle({ camunda }) as unknown as Reader;

export const WORDS: Vocabulary = {
  ...NO_VOCABULARY,
  steps: [
    {
      name: 'process.remind',
      label: 'Reminds',
      effect: 'none',
      inputs: [
        { name: 'step', type: 'text', required: true },
        { name: 'count', type: 'number', required: false },
      ],
      outputs: [],
    },
  ],
  forms: [
    {
      key: 'seal',
      name: 'Seal',
      fields: [
        { key: 'reason', label: 'Reason', type: 'textfield' },
        { key: 'copies', label: 'Copies', type: 'textfield' },
      ],
    },
  ],
  decisions: [{ key: 'seal-approver', name: 'Who seals' }],
  events: [{ name: 'grant.returned', label: 'Given back' }],
  roles: [{ key: 'hr', name: 'HR' }],
};

/** A model as the panel sees it, written by the same commands but without a drawing. */
export async function onDesk(xml: string, vocabulary = WORDS) {
  const moddle = reader();
  const { rootElement } = await moddle.fromXML(xml);
  const root = rootElement as Moddle;
  const process = (root.get('rootElements') as Moddle[]).find((one) => one.$type === 'bpmn:Process')!;
  let made = 0;
  const set = (object: Moddle, properties: Record<string, unknown>): void => {
    for (const [name, value] of Object.entries(properties))
      (object as unknown as { set(n: string, v: unknown): void }).set(name, value);
  };
  const pen: Pen = {
    modeling: {
      updateModdleProperties: (_, object, properties) => set(object, properties),
      updateProperties: (element, properties) => set(element.businessObject, properties),
    },
    factory: {
      create: (type, properties) =>
        moddle.create(
          type,
          type === 'bpmn:Message' ? { id: `Message_${(made += 1)}`, ...properties } : properties,
        ) as Moddle,
    },
  };
  const find = (id: string): Shape => {
    const object = id === process.id ? process : (process.get('flowElements') as Moddle[]).find((one) => one.id === id);
    if (!object) throw new Error(`no element ${id}`);
    return { id, type: object.$type, businessObject: object };
  };
  const sections = (id: string): Section[] => sectionsOf(find(id), pen, vocabulary);
  const entry = (id: string, field: string): Entry => {
    const entries = sections(id).flatMap((one) => [
      ...(one.entries ?? []),
      ...(one.items ?? []).flatMap((item) => item.entries),
    ]);
    const found = entries.find((one) => one.id === field);
    if (!found) throw new Error(`${id} has no field ${field}, only ${entries.map((one) => one.id).join(' ')}`);
    return found;
  };
  return {
    sections,
    entry,
    options: (id: string, field: string) => (entry(id, field).getOptions as () => { value: string; label: string }[])(),
    get: (id: string, field: string) => (entry(id, field).getValue as () => unknown)(),
    set: (id: string, field: string, value: unknown) => (entry(id, field).setValue as (v: unknown) => void)(value),
    refuses: (id: string, field: string, value: string) => (entry(id, field).validate as (v: string) => unknown)(value),
    add: (id: string, list: string) =>
      sections(id).find((one) => one.id === list)!.add!({ stopPropagation: () => undefined } as Event),
    xml: async () => (await moddle.toXML(root, { format: true })).xml,
  };
}
