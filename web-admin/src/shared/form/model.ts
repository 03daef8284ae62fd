import { knownMe } from '@/shared/api/session';
import {
  isContainer,
  isCounted,
  isEmpty,
  isFormula,
  isList,
  isOrnament,
  joinPath,
  nameOf,
  read,
  write,
  type Answers,
  type FormNode,
  type FormSchema,
  type Right,
  type Rights,
} from './schema';

/** Where a node stands: its path in the answers, the same path without row numbers, and what a condition can see. */
export interface Place {
  path: string;
  name: string;
  scope: Answers;
  right: Right;
}

export interface FormModel {
  schema: FormSchema;
  answers: Answers;
  rights: Rights;
  /** what a field may do about which the rights say nothing */
  fallback: Right;
  /** reckons conditions while answers change; a document has none, for the server keeps no answer that is not asked */
  feel?: Feel;
}

/** The value of a FEEL expression in a scope. */
export type Feel = (expression: string, scope: Answers) => unknown;

const namesIn = (nodes: FormNode[]): string[] =>
  nodes.flatMap((node) => {
    const own = nameOf(node);
    if (isContainer(node) && own === '') return namesIn(node.components ?? []);
    return own === '' ? [] : [own];
  });

/** Every field is known to a condition, an unanswered one as null. */
export const scopeOf = (nodes: FormNode[], values: Answers, outer: Answers = {}): Answers => {
  const scope: Answers = { ...outer };
  for (const name of namesIn(nodes)) scope[name] = values[name] ?? null;
  return scope;
};

const answered = (node: FormNode, path: string, model: FormModel): boolean =>
  isContainer(node)
    ? (node.components ?? []).some((part) => answered(part, joinPath(path, nameOf(part)), model))
    : nameOf(node) !== '' && !isEmpty(read(model.answers, path));

function isHidden(node: FormNode, path: string, scope: Answers, model: FormModel): boolean {
  const hide = node.conditional?.hide;
  if (hide === undefined || hide === '') return false;
  return model.feel ? model.feel(hide, scope) === true : !answered(node, path, model);
}

/** A required table does not make every cell required. */
const inheritable = (right: Right): Right => (right === 'required' ? 'write' : right);

function rightOf(node: FormNode, name: string, outer: Place, model: FormModel): Right {
  const right = (name === '' ? undefined : model.rights[name]) ?? inheritable(outer.right);
  const locked = node.readonly === true || node.disabled === true || isFormula(node) || isCounted(node);
  return locked && right !== 'hidden' ? 'read' : right;
}

export const rootPlace = (model: FormModel): Place => ({
  path: '',
  name: '',
  scope: scopeOf(model.schema.components, model.answers),
  right: model.fallback,
});

/** The place of a node inside its container, or nothing when nobody is to see it now. */
export function placeOf(node: FormNode, outer: Place, model: FormModel): Place | null {
  const own = nameOf(node);
  const path = joinPath(outer.path, own);
  if (isHidden(node, path, outer.scope, model)) return null;
  const name = joinPath(outer.name, own);
  const right = rightOf(node, own === '' ? '' : name, outer, model);
  if (right === 'hidden') return null;
  if (!isContainer(node) || own === '') return { path, name, scope: outer.scope, right };
  const inner = (read(model.answers, path) ?? {}) as Answers;
  return { path, name, scope: scopeOf(node.components ?? [], inner, outer.scope), right };
}

export const rowsOf = (model: FormModel, path: string): Answers[] => {
  const rows = read(model.answers, path);
  return Array.isArray(rows) ? (rows as Answers[]) : [];
};

export const rowPlace = (node: FormNode, list: Place, row: Answers, index: number): Place => ({
  path: joinPath(list.path, index),
  name: list.name,
  scope: scopeOf(node.components ?? [], row, list.scope),
  right: list.right,
});

export type Visitor = (node: FormNode, place: Place) => void;

/** Walks over everything that can be seen now, rows of tables included. */
export function visit(model: FormModel, visitor: Visitor): void {
  const walk = (nodes: FormNode[], outer: Place): void => {
    for (const node of nodes) {
      const place = placeOf(node, outer, model);
      if (place === null || isOrnament(node)) continue;
      if (isContainer(node)) walk(node.components ?? [], place);
      else {
        visitor(node, place);
        if (isList(node))
          rowsOf(model, place.path).forEach((row, index) =>
            walk(node.components ?? [], rowPlace(node, place, row, index)),
          );
      }
    }
  };
  walk(model.schema.components, rootPlace(model));
}

export const isWritable = (right: Right): boolean => right === 'write' || right === 'required';

export const isRequired = (node: FormNode, right: Right): boolean =>
  right === 'required' || (right === 'write' && node.validate?.required === true);

/** What is sent: the visible fields this person may write; an emptied field is sent as null, an untouched one not at all. */
export function collect(model: FormModel, before: Answers = {}): Answers {
  let sent: Answers = {};
  const writes = (node: FormNode, place: Place): boolean =>
    isWritable(place.right) ||
    (node.components ?? []).some((cell) => isWritable(rightOf(cell, joinPath(place.name, nameOf(cell)), place, model)));
  visit(model, (node, place) => {
    if (!(isList(node) ? writes(node, place) : isWritable(place.right))) return;
    if (isList(node)) {
      const rows = rowsOf(model, place.path);
      sent = write(
        sent,
        place.path,
        rows.map(() => ({})),
      );
      return;
    }
    if (nameOf(node) === '') return;
    const value = read(model.answers, place.path);
    if (!isEmpty(value)) sent = write(sent, place.path, value);
    else if (!isEmpty(read(before, place.path))) sent = write(sent, place.path, null);
  });
  return sent;
}

/** What stands in a field before anybody touches it; one's own department where one has only that one. */
function defaultOf(node: FormNode): unknown {
  if (node.defaultValue !== undefined || node.properties?.choose !== 'own') return node.defaultValue;
  const own = knownMe()?.departments ?? [];
  return own.length === 1 ? own[0]?.id : undefined;
}

/** The answers a form starts with: the schema's defaults below what is already there. */
export function fillDefaults(schema: FormSchema, answers: Answers): Answers {
  const fill = (nodes: FormNode[], values: Answers): Answers => {
    let filled = values;
    for (const node of nodes) {
      const name = nameOf(node);
      if (isContainer(node)) {
        if (name === '') filled = fill(node.components ?? [], filled);
        else filled = { ...filled, [name]: fill(node.components ?? [], (filled[name] ?? {}) as Answers) };
      } else if (isList(node) && name !== '' && filled[name] === undefined) {
        const rows = Math.max(0, node.defaultRepetitions ?? 1);
        filled = { ...filled, [name]: Array.from({ length: rows }, () => fill(node.components ?? [], {})) };
      } else if (name !== '' && filled[name] === undefined && defaultOf(node) !== undefined) {
        filled = { ...filled, [name]: defaultOf(node) };
      }
    }
    return filled;
  };
  return fill(schema.components, answers);
}
