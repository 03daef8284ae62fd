/** A process model as text and as a list of steps, without the drawing library. */
export type StepState = 'done' | 'active' | 'failed' | 'open';

export interface ModelStep {
  id: string;
  name: string;
  state: StepState;
}

export interface LiveState {
  active: string[];
  done: string[];
  failed: string[];
}

const BPMN = 'http://www.omg.org/spec/BPMN/20100524/MODEL';
const STEPS = new Set([
  'userTask',
  'serviceTask',
  'task',
  'manualTask',
  'businessRuleTask',
  'sendTask',
  'receiveTask',
  'callActivity',
]);

const parse = (xml: string): Document => new DOMParser().parseFromString(xml, 'application/xml');

function englishName(element: Element): string | undefined {
  for (const extension of element.children) {
    if (extension.localName !== 'extensionElements') continue;
    for (const property of extension.getElementsByTagName('*')) {
      if (property.localName === 'property' && property.getAttribute('name') === 'nameEn')
        return property.getAttribute('value') ?? undefined;
    }
  }
  return undefined;
}

const ROOM = 60;

/** English words are wider than the Chinese ones that the label was drawn for. */
function widen(drawn: Element): void {
  const bounds = [...drawn.children].find((child) => child.localName === 'BPMNLabel')?.firstElementChild;
  const width = Number(bounds?.getAttribute('width'));
  if (!bounds || !(width < ROOM)) return;
  bounds.setAttribute('x', String(Number(bounds.getAttribute('x')) - (ROOM - width) / 2));
  bounds.setAttribute('width', String(ROOM));
}

/** The model with its English names where it has them. */
export function inEnglish(xml: string): string {
  const model = parse(xml);
  const translated = new Set<string>();
  for (const element of model.getElementsByTagNameNS(BPMN, '*')) {
    const name = englishName(element);
    if (!name) continue;
    element.setAttribute('name', name);
    translated.add(element.getAttribute('id') ?? '');
  }
  for (const drawn of model.querySelectorAll('[bpmnElement]')) {
    if (translated.has(drawn.getAttribute('bpmnElement') ?? '')) widen(drawn);
  }
  return new XMLSerializer().serializeToString(model);
}

export const stateOf = (id: string, live: LiveState): StepState =>
  live.failed.includes(id) ? 'failed' : live.active.includes(id) ? 'active' : live.done.includes(id) ? 'done' : 'open';

/** The steps in the order in which a request meets them, each with its state. */
export function stepsOf(xml: string, live: LiveState): ModelStep[] {
  const model = parse(xml);
  const next = new Map<string, string[]>();
  for (const flow of model.getElementsByTagNameNS(BPMN, 'sequenceFlow')) {
    const from = flow.getAttribute('sourceRef') ?? '';
    next.set(from, [...(next.get(from) ?? []), flow.getAttribute('targetRef') ?? '']);
  }
  const queue = [...model.getElementsByTagNameNS(BPMN, 'startEvent')].map(
    (start) => start.id || (start.getAttribute('id') ?? ''),
  );
  const seen: string[] = [];
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    if (seen.includes(id)) continue;
    seen.push(id);
    queue.push(...(next.get(id) ?? []));
  }
  return [...model.getElementsByTagNameNS(BPMN, '*')]
    .filter((element) => STEPS.has(element.localName))
    .map((element) => ({ id: element.getAttribute('id') ?? '', name: element.getAttribute('name') ?? '' }))
    .filter((step) => step.name !== '')
    .sort((one, other) => place(seen, one.id) - place(seen, other.id))
    .map((step) => ({ ...step, state: stateOf(step.id, live) }));
}

const place = (seen: string[], id: string): number => {
  const at = seen.indexOf(id);
  return at < 0 ? Number.MAX_SAFE_INTEGER : at;
};
