import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BpmnModdle } from 'bpmn-moddle';
import { Linter } from 'bpmnlint';
import NodeResolver from 'bpmnlint/lib/resolver/node-resolver';
import camunda from 'camunda-bpmn-moddle/resources/camunda.json';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../../../processes');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.bpmn'));
// A rule remembers the flows it has seen, so every model gets rules of its own.
const freshLinter = (): Linter =>
  new Linter({
    config: { extends: ['bpmnlint:recommended', 'plugin:camunda-compat/camunda-platform-7-24'] },
    resolver: new NodeResolver(),
  });

const parse = (file: string) => new BpmnModdle({ camunda }).fromXML(readFileSync(join(root, file), 'utf8'));

describe('our models', () => {
  it('are found', () => {
    expect(files.length).toBeGreaterThan(0);
  });

  it.each(files)('%s is read without a warning', async (file) => {
    const { warnings } = await parse(file);
    expect(warnings.map((warning) => warning.message)).toEqual([]);
  });

  it.each(files)('%s passes the lint rules', async (file) => {
    const { rootElement } = await parse(file);
    expect(await freshLinter().lint(rootElement)).toEqual({});
  });

  it.each(files)('%s shows every node and flow in its picture', async (file) => {
    const xml = readFileSync(join(root, file), 'utf8');
    const ids = [...xml.matchAll(/<bpmn:(?:\w*Task|\w*Event|\w*Gateway|sequenceFlow) id="(\w+)"/g)].map((m) => m[1]);
    const drawn = new Set([...xml.matchAll(/bpmnElement="(\w+)"/g)].map((m) => m[1]));
    expect(ids.filter((id) => !drawn.has(id))).toEqual([]);
  });

  it.each(files)('%s has Chinese names and at most 27 nodes', async (file) => {
    const xml = readFileSync(join(root, file), 'utf8');
    const nodes = [...xml.matchAll(/<bpmn:(?:\w*Task|startEvent|endEvent) [^>]*name="([^"]*)"/g)].map((m) => m[1]);
    expect(nodes.filter((name) => !/\p{Script=Han}/u.test(name ?? ''))).toEqual([]);
    expect([...xml.matchAll(/<bpmn:(?:\w*Task|\w*Event|\w*Gateway) id=/g)].length).toBeLessThanOrEqual(27);
  });
});
