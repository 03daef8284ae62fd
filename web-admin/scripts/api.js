// Writes src/shared/api/schema.ts out of openapi.json; with --check it only says whether that was done.
import { readFileSync, writeFileSync } from 'node:fs';

const DOCUMENT = new URL('../openapi.json', import.meta.url);
const TYPES = new URL('../src/shared/api/schema.ts', import.meta.url);

/** Texts of a form that is worth a name. */
const FORMATS = {
  'date-time': ['Instant', 'a moment, `2026-12-07T01:00:00Z`'],
  'date-time-local': ['LocalTime', 'a time where the company is, `2026-12-07T09:00:00`'],
  date: ['LocalDay', 'a day, `2026-12-07`'],
  'time-local': ['TimeOfDay', '`09:00:00`'],
  decimal: ['Decimal', 'a number as text, so that nobody rounds it, `1234.50`'],
};

const quoted = (text) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
const key = (name) => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : quoted(name));
const union = (types) => [...new Set(types)].join(' | ');

/** The TypeScript type of a schema. */
function typeOf(schema) {
  if (schema.$ref) return schema.$ref.split('/').at(-1);
  if (schema.anyOf) return union(schema.anyOf.map(typeOf));
  if (schema.enum) return union(schema.enum.map((word) => (word === null ? 'null' : quoted(word))));
  if (schema.type === undefined) return 'unknown';
  return union([schema.type].flat().map((kind) => plain(kind, schema)));
}

function plain(kind, schema) {
  switch (kind) {
    case 'integer':
    case 'number':
      return 'number';
    case 'string':
      return schema.format === 'binary' ? 'Blob' : (FORMATS[schema.format]?.[0] ?? 'string');
    case 'array': {
      const items = typeOf(schema.items);
      return items.includes(' ') ? `(${items})[]` : `${items}[]`;
    }
    case 'object':
      if (schema.properties) return `{ ${fields(schema).join(' ')} }`;
      return `Record<string, ${schema.additionalProperties ? typeOf(schema.additionalProperties) : 'unknown'}>`;
    default:
      return kind;
  }
}

function fields(schema) {
  const always = new Set(schema.required);
  return Object.entries(schema.properties ?? {}).map(
    ([name, one]) => `${key(name)}${always.has(name) ? '' : '?'}: ${typeOf(one)};`,
  );
}

function declaration([name, schema]) {
  if (!schema.properties) return `export type ${name} = ${typeOf(schema)};`;
  return [`export interface ${name} {`, ...fields(schema).map((field) => `  ${field}`), '}'].join('\n');
}

/** Addresses as programs write them: with a template where a parameter stands. */
function address(path, parameters) {
  const own = path.replace(/^\/api/, '');
  if (!own.includes('{')) return quoted(own);
  const filled = own.replace(/\{(\w+)\}/g, (_, name) => {
    const type = typeOf(parameters.find((one) => one.in === 'path' && one.name === name)?.schema ?? {});
    return `\${${type === 'number' ? 'number' : 'string'}}`;
  });
  return `\`${filled}\``;
}

const json = (content) => content?.['application/json']?.schema;

function answered(answer, _, all) {
  if (!answer.content) return all.length > 1 ? 'undefined' : 'void';
  // What is no JSON (a file, a stream of hints) is for the browser to fetch.
  return json(answer.content) ? typeOf(json(answer.content)) : 'unknown';
}

function call(path, method, operation) {
  const parameters = operation.parameters ?? [];
  const query = parameters.filter((one) => one.in === 'query');
  const asked = query.map((one) => `${key(one.name)}${one.required ? '' : '?'}: ${typeOf(one.schema)};`);
  const body = operation.requestBody;
  const sent = body ? typeOf(json(body.content) ?? Object.values(body.content)[0].schema) : 'undefined';
  const answers = Object.entries(operation.responses).flatMap(([status, one]) => (status.startsWith('2') ? [one] : []));
  return [
    `  ${quoted(`${method.toUpperCase()} ${path.replace(/^\/api/, '')}`)}: {`,
    `    path: ${address(path, parameters)};`,
    `    query: ${asked.length > 0 ? `{ ${asked.join(' ')} }` : 'Record<never, never>'};`,
    `    body: ${body && !body.required ? union([sent, 'undefined']) : sent};`,
    `    answer: ${union(answers.map(answered))};`,
    '  };',
  ].join('\n');
}

function typesOf(document) {
  const calls = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => call(path, method, operation)),
  );
  return `${[
    '// Written by `npm run api` out of openapi.json: what the calls of the server take and answer.',
    Object.values(FORMATS)
      .map(([name, meaning]) => `/** ${meaning} */\nexport type ${name} = string;`)
      .join('\n'),
    ...Object.entries(document.components.schemas).map(declaration),
    ['/** Every call, by method and path. */', 'export interface Calls {', ...calls, '}'].join('\n'),
  ].join('\n\n')}\n`;
}

const types = typesOf(JSON.parse(readFileSync(DOCUMENT, 'utf8')));
if (!process.argv.includes('--check')) {
  writeFileSync(TYPES, types);
} else if (readFileSync(TYPES, 'utf8') !== types) {
  console.error('src/shared/api/schema.ts is not what openapi.json says. Renew both: npm run api');
  process.exitCode = 1;
}
