import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DmnModdle } from 'dmn-moddle';
import camundaDmn from 'camunda-dmn-moddle/resources/camunda.json';
import { describe, expect, it } from 'vitest';
import { reviver } from './clipboard';
import { modern, plainColours } from './exchange';
import { kept, lossOf, parseSchema, writeSchema } from './schema';
import { reader } from './testing';

const root = join(import.meta.dirname, '../../../..');
const files = (folder: string, ending: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name));
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

/** Every element with its attributes and text in its place; where spaces only indent they say nothing. */
function facts(xml: string): string[] {
  const found: string[] = [];
  const walk = (element: Element, path: string): void => {
    const attributes = [...element.attributes]
      .filter((one) => !one.name.startsWith('xmlns'))
      .map((one) => `${one.name}=${Number.isNaN(Number(one.value)) ? one.value : Number(one.value)}`)
      .sort();
    const leaf = element.children.length === 0;
    const here = `${path}/${element.nodeName}`;
    found.push(`${here} ${attributes.join(' ')} ${leaf ? (element.textContent ?? '').trim() : ''}`);
    for (const child of element.children) walk(child, `${here}#${element.getAttribute('id') ?? ''}`);
  };
  walk(new DOMParser().parseFromString(xml, 'application/xml').documentElement, '');
  return found.sort();
}

describe('opening and saving without a change', () => {
  it.each(files('processes', '.bpmn'))('%s keeps every element, attribute and place', async (file) => {
    const moddle = reader();
    const { rootElement, warnings } = await moddle.fromXML(read(file));
    expect(warnings).toEqual([]);
    const { xml } = await moddle.toXML(rootElement, { format: true });
    expect(facts(xml)).toEqual(facts(read(file)));
  });

  it.each(files('processes', '.dmn'))('%s keeps every rule', async (file) => {
    const moddle = new DmnModdle({ camunda: camundaDmn });
    const { rootElement, warnings } = await moddle.fromXML(read(file));
    expect(warnings).toEqual([]);
    const { xml } = await moddle.toXML(rootElement, { format: true });
    expect(facts(xml)).toEqual(facts(read(file)));
  });

  it.each(files('forms', '.form'))('%s is written as it was', (file) => {
    const schema = parseSchema(read(file))!;
    expect(parseSchema(writeSchema(schema))).toEqual(schema);
  });
});

describe('what an editor would lose', () => {
  it('is named by its place', () => {
    const before = { id: 'a', schemaVersion: 18, components: [{ key: 'x', properties: { component: 'person' } }] };
    expect(lossOf(before, { ...before, schemaVersion: 19, exporter: {} })).toEqual([]);
    expect(lossOf(before, { id: 'a', components: [{ key: 'x', properties: {} }] })).toEqual([
      'components.0.properties.component',
    ]);
    expect(kept(before, { id: 'a', schemaVersion: 19 })).toEqual({ id: 'a', schemaVersion: 18 });
  });
});

describe('models of other places', () => {
  it('that name our extensions by their old address lose nothing', async () => {
    const old = read('processes/leave/leave-request.bpmn').replace(
      'http://camunda.org/schema/1.0/bpmn',
      'http://activiti.org/bpmn',
    );
    const moddle = reader();
    const { xml } = await moddle.toXML((await moddle.fromXML(modern(old))).rootElement);
    expect(xml).toContain('camunda:formRef="leave-request"');
    expect(xml).not.toContain('activiti');
  });

  it('are pasted with all that was said of an element', async () => {
    const moddle = reader();
    const made = moddle.create('bpmn:UserTask', { id: 'A', name: '审批', 'camunda:dueDate': 'P2D' });
    const copied: unknown = JSON.parse(
      JSON.stringify({ 0: [{ businessObject: made }, { again: made }] }),
      reviver(moddle),
    );
    const [first, second] = (copied as { businessObject?: unknown; again?: unknown }[][])[0]!;
    expect((first!.businessObject as { get(n: string): unknown }).get('camunda:dueDate')).toBe('P2D');
    expect(second!.again).toBe(first!.businessObject);
  });

  it('get plain colours in a picture', () => {
    expect(
      plainColours('<rect fill="var(--surface)" stroke="var(--n-6)"/>', { '--surface': 'white', '--n-6': 'black' }),
    ).toBe('<rect fill="white" stroke="black"/>');
  });
});
