import { isTrue } from './fields/field';
import {
  isContainer,
  isList,
  isOrnament,
  kindOf,
  nameOf,
  type Answers,
  type FormNode,
  type FormSchema,
} from './schema';

const fieldsIn = (nodes: FormNode[]): FormNode[] =>
  nodes.flatMap((node) =>
    isContainer(node) && nameOf(node) === '' ? fieldsIn(node.components ?? []) : isOrnament(node) ? [] : [node],
  );

/** A value out of a link, in the shape that the field keeps; nothing when a link can not say it. */
function answer(node: FormNode, text: string): unknown {
  const kind = kindOf(node);
  if (isList(node) || isContainer(node) || kind === 'filepicker') return undefined;
  if (kind === 'checkbox') return text === 'true';
  if (kind === 'checklist' || kind === 'taglist') return text.split(',');
  if ((kind === 'person' || kind === 'department') && isTrue(node.properties?.multiple ?? node.multiple))
    return text.split(',');
  if (kind === 'datetime' && (node.subtype ?? 'datetime') === 'date') return text.slice(0, 10);
  if (kind === 'datetime' && (node.subtype ?? 'datetime') === 'datetime' && text.length === 10)
    return `${text}T${node.properties?.defaultTime ?? '09:00'}`;
  return text;
}

/** First answers out of a link such as `/start/worktask?name=…&owner=ID`; what the form does not know is left out. */
export function prefill(schema: FormSchema, query: Record<string, unknown>): Answers {
  return Object.fromEntries(
    fieldsIn(schema.components).flatMap((node) => {
      const text = query[nameOf(node)];
      const value = typeof text === 'string' && text !== '' ? answer(node, text) : undefined;
      return value === undefined ? [] : [[nameOf(node), value]];
    }),
  );
}
