import { isTrue } from './fields/field';
import { scopeOf, type Feel } from './model';
import {
  isContainer,
  isEmpty,
  isFormula,
  isList,
  kindOf,
  nameOf,
  type Answers,
  type FormNode,
  type FormSchema,
} from './schema';

const DIGITS = 10;

/** Rounded as the server rounds; what is no figure, a division by zero for instance, is no answer. */
export function figureOf(node: FormNode, result: unknown): unknown {
  if (typeof result === 'string' || typeof result === 'boolean') return result;
  const value = typeof result === 'object' && result !== null ? Number(result) : result;
  if (typeof value !== 'number' || !Number.isFinite(value)) return undefined;
  const own = node.properties?.decimals;
  const digits = own !== undefined && /^\d$/.test(own) ? Number(own) : kindOf(node) === 'money' ? 2 : DIGITS;
  const sign = value < 0 ? -1 : 1;
  return (sign * Math.round(Number(`${Math.abs(value)}e${digits}`))) / 10 ** digits || 0;
}

const flat = (nodes: FormNode[]): FormNode[] =>
  nodes.flatMap((node) => (isContainer(node) && nameOf(node) === '' ? flat(node.components ?? []) : [node]));

/** Numbers that are kept as text are reckoned as numbers, in rows too. */
function known(nodes: FormNode[], values: Answers): Answers {
  const numbers = nodes.filter((node) => node.type === 'number' && typeof values[node.key ?? ''] === 'string');
  const tables = nodes.filter((node) => isList(node) && Array.isArray(values[nameOf(node)]));
  if (numbers.length + tables.length === 0) return values;
  const all = { ...values };
  for (const node of numbers) all[nameOf(node)] = values[nameOf(node)] === '' ? null : Number(values[nameOf(node)]);
  for (const node of tables) {
    const cells = flat(node.components ?? []);
    all[nameOf(node)] = (values[nameOf(node)] as Answers[]).map((row) => scopeOf(cells, known(cells, row)));
  }
  return all;
}

/** What a row came to, as long as neither it nor what it reads around it has changed. */
const rows = new WeakMap<Answers, { table: FormNode; around: string; row: Answers }>();

function reckonRow(table: FormNode, row: Answers, outer: Answers, around: string, feel: Feel): Answers {
  const before = rows.get(row);
  if (before?.table === table && before.around === around) return before.row;
  const cells = flat(table.components ?? []);
  let own = row;
  for (const node of cells.filter(isFormula)) {
    const value = figureOf(node, feel(node.expression ?? '', scopeOf(cells, known(cells, own), outer)));
    if (own[nameOf(node)] !== value) own = { ...own, [nameOf(node)]: value };
  }
  rows.set(row, { table, around, row: own });
  return own;
}

/** What the formulas of a table read outside their row; tables change with every row and are not read there. */
function outside(formulas: FormNode[], nodes: FormNode[], answers: Answers): Answers {
  const text = formulas.map((node) => node.expression).join(' ');
  return Object.fromEntries(
    nodes
      .filter((node) => !isList(node) && nameOf(node) !== '' && text.includes(nameOf(node)))
      .map((node) => [nameOf(node), answers[nameOf(node)] ?? null]),
  );
}

/** The answers with what the form reckons out of them; the server reckons it again and takes no figure of ours. */
export function reckon(schema: FormSchema, answers: Answers, feel: Feel | undefined): Answers {
  if (!feel) return answers;
  const nodes = flat(schema.components);
  let own = answers;
  for (const table of nodes.filter(isList)) {
    const formulas = flat(table.components ?? []).filter(isFormula);
    const list = own[nameOf(table)];
    if (formulas.length === 0 || !Array.isArray(list)) continue;
    const outer = outside(formulas, nodes, known(nodes, answers));
    const around = JSON.stringify(outer);
    const next = (list as Answers[]).map((row) => reckonRow(table, row, outer, around, feel));
    if (next.some((row, at) => row !== list[at])) own = { ...own, [nameOf(table)]: next };
  }
  for (const node of nodes.filter(isFormula)) {
    const value = figureOf(node, feel(node.expression ?? '', scopeOf(nodes, known(nodes, own))));
    if (own[nameOf(node)] !== value) own = { ...own, [nameOf(node)]: value };
  }
  return own;
}

/** Whether something that a formula reads is not there yet; then it is no wonder that it comes to nothing. */
export function waits(formula: FormNode, schema: FormSchema, answers: Answers): boolean {
  const names = new Set(formula.expression?.match(/[A-Za-z_]\w*/g));
  const lacks = (nodes: FormNode[], values: Answers): boolean =>
    flat(nodes).some((node) => names.has(nameOf(node)) && !isList(node) && isEmpty(values[nameOf(node)]));
  return (
    lacks(schema.components, answers) ||
    flat(schema.components)
      .filter(isList)
      .some((table) => {
        const rows = (answers[nameOf(table)] ?? []) as Answers[];
        return rows.some((row) => lacks(table.components ?? [], row));
      })
  );
}

/** Formulas that have to come to something. */
export const needsResult = (node: FormNode): boolean => isFormula(node) && isTrue(node.properties?.required);
