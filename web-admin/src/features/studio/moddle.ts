/** The part of bpmn-js that the studio works with. */
export interface Moddle {
  $type: string;
  $parent?: Moddle;
  id?: string;
  get(name: string): unknown;
  [name: string]: unknown;
}
export interface Shape {
  id: string;
  type: string;
  businessObject: Moddle;
  labelTarget?: Shape;
  parent?: Shape;
  source?: Shape;
  width?: number;
}
export interface Modeling {
  updateModdleProperties(element: Shape, moddle: Moddle, properties: Record<string, unknown>): void;
  updateProperties(element: Shape, properties: Record<string, unknown>): void;
}
export interface Factory {
  create(type: string, properties?: Record<string, unknown>): Moddle;
}

/** What writes into a model; every call is one step that can be undone. */
export interface Pen {
  modeling: Modeling;
  factory: Factory;
}

const list = (holder: Moddle | undefined, name: string): Moddle[] => (holder?.get(name) as Moddle[] | undefined) ?? [];

/** The process of a pool, else the element itself. */
export function subject(element: Shape): Moddle {
  const object = element.businessObject;
  return object.$type === 'bpmn:Participant' ? ((object.get('processRef') as Moddle | undefined) ?? object) : object;
}

export const isA = (object: Moddle, ...types: string[]): boolean => types.includes(object.$type);

export function extension(object: Moddle, type: string): Moddle | undefined {
  return list(object.get('extensionElements') as Moddle | undefined, 'values').find((one) => one.$type === type);
}

function addExtension(pen: Pen, element: Shape, object: Moddle, added: Moddle): void {
  const holder = object.get('extensionElements') as Moddle | undefined;
  if (holder) {
    added.$parent = holder;
    pen.modeling.updateModdleProperties(element, holder, { values: [...list(holder, 'values'), added] });
    return;
  }
  const made = pen.factory.create('bpmn:ExtensionElements', { values: [added] });
  made.$parent = object;
  added.$parent = made;
  pen.modeling.updateModdleProperties(element, object, { extensionElements: made });
}

/** Takes an extension out; what holds nothing any more goes too. */
function dropExtension(pen: Pen, element: Shape, object: Moddle, dropped: Moddle): void {
  const holder = object.get('extensionElements') as Moddle;
  const values = list(holder, 'values').filter((one) => one !== dropped);
  if (values.length > 0) pen.modeling.updateModdleProperties(element, holder, { values });
  else pen.modeling.updateModdleProperties(element, object, { extensionElements: undefined });
}

const PROPERTIES = 'camunda:Properties';

/** A property of ours, the first of that name as the engine reads it; empty when there is none. */
export function property(object: Moddle, name: string): string {
  const found = list(extension(object, PROPERTIES), 'values').find((one) => one.get('name') === name);
  return String(found?.get('value') ?? '');
}

export function setProperty(pen: Pen, element: Shape, object: Moddle, name: string, value: string): void {
  const all = extension(object, PROPERTIES);
  const found = list(all, 'values').find((one) => one.get('name') === name);
  if (value === '') {
    if (!all || !found) return;
    const values = list(all, 'values').filter((one) => one.get('name') !== name);
    if (values.length > 0) pen.modeling.updateModdleProperties(element, all, { values });
    else dropExtension(pen, element, object, all);
    return;
  }
  if (found) {
    pen.modeling.updateModdleProperties(element, found, { value });
    return;
  }
  const made = pen.factory.create('camunda:Property', { name, value });
  if (all) {
    made.$parent = all;
    pen.modeling.updateModdleProperties(element, all, { values: [...list(all, 'values'), made] });
    return;
  }
  const holder = pen.factory.create(PROPERTIES, { values: [made] });
  made.$parent = holder;
  addExtension(pen, element, object, holder);
}

const IN_OUT = 'camunda:InputOutput';

/** What a step is given under a name: text or an expression. */
export function input(object: Moddle, name: string): string {
  const found = list(extension(object, IN_OUT), 'inputParameters').find((one) => one.get('name') === name);
  return String(found?.get('value') ?? '');
}

export const inputNames = (object: Moddle): string[] =>
  list(extension(object, IN_OUT), 'inputParameters').map((one) => String(one.get('name')));

export function setInput(pen: Pen, element: Shape, object: Moddle, name: string, value: string): void {
  const all = extension(object, IN_OUT);
  const given = list(all, 'inputParameters');
  const found = given.find((one) => one.get('name') === name);
  if (value === '') {
    if (!all || !found) return;
    const inputParameters = given.filter((one) => one !== found);
    if (inputParameters.length > 0 || list(all, 'outputParameters').length > 0)
      pen.modeling.updateModdleProperties(element, all, { inputParameters });
    else dropExtension(pen, element, object, all);
    return;
  }
  if (found) {
    pen.modeling.updateModdleProperties(element, found, { value });
    return;
  }
  const made = pen.factory.create('camunda:InputParameter', { name, value });
  if (all) {
    made.$parent = all;
    pen.modeling.updateModdleProperties(element, all, { inputParameters: [...given, made] });
    return;
  }
  const holder = pen.factory.create(IN_OUT, { inputParameters: [made] });
  made.$parent = holder;
  addExtension(pen, element, object, holder);
}

/** Attributes of the element, one step; an empty one goes. */
export function setAttributes(
  pen: Pen,
  element: Shape,
  object: Moddle,
  values: Record<string, string | undefined>,
): void {
  const wanted = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value || undefined]));
  // What is drawn is told, so that a name is drawn anew.
  if (object === element.businessObject) pen.modeling.updateProperties(element, wanted);
  else pen.modeling.updateModdleProperties(element, object, wanted);
}

export const attribute = (object: Moddle, name: string): string => String(object.get(name) ?? '');

export function documentation(object: Moddle): string {
  return String(list(object, 'documentation')[0]?.get('text') ?? '');
}

export function setDocumentation(pen: Pen, element: Shape, object: Moddle, text: string): void {
  const now = list(object, 'documentation');
  if (now[0] && text !== '') {
    pen.modeling.updateModdleProperties(element, now[0], { text });
    return;
  }
  const made = text === '' ? [] : [pen.factory.create('bpmn:Documentation', { text })];
  for (const one of made) one.$parent = object;
  pen.modeling.updateModdleProperties(element, object, { documentation: [...made, ...now.slice(1)] });
}

/** An expression below an element: a condition, a time. */
export function expression(holder: Moddle, name: string): string {
  return String((holder.get(name) as Moddle | undefined)?.get('body') ?? '');
}

export function setExpression(
  pen: Pen,
  element: Shape,
  holder: Moddle,
  name: string,
  body: string,
  beside: Record<string, undefined> = {},
): void {
  const made = body === '' ? undefined : pen.factory.create('bpmn:FormalExpression', { body });
  if (made) made.$parent = holder;
  pen.modeling.updateModdleProperties(element, holder, { ...beside, [name]: made });
}

export function definitionsOf(object: Moddle): Moddle | undefined {
  let at: Moddle | undefined = object;
  while (at && at.$type !== 'bpmn:Definitions') at = at.$parent;
  return at;
}

export function eventDefinition(object: Moddle, type: string): Moddle | undefined {
  return list(object, 'eventDefinitions').find((one) => one.$type === type);
}

/** The message that an event waits for, by its name; one of that name in the file is used again. */
export function setMessage(pen: Pen, element: Shape, holder: Moddle, name: string): void {
  if (name === '') {
    pen.modeling.updateModdleProperties(element, holder, { messageRef: undefined });
    return;
  }
  const definitions = definitionsOf(element.businessObject);
  const roots = list(definitions, 'rootElements');
  let message = roots.find((one) => one.$type === 'bpmn:Message' && one.get('name') === name);
  if (!message && definitions) {
    message = pen.factory.create('bpmn:Message', { name });
    message.$parent = definitions;
    pen.modeling.updateModdleProperties(element, definitions, { rootElements: [...roots, message] });
  }
  pen.modeling.updateModdleProperties(element, holder, { messageRef: message });
}

export const words = (text: string): string[] => text.split(/[,\s]+/).filter((one) => one !== '');
