import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FormEditor } from '@bpmn-io/form-js-editor';
import { describe, expect, it } from 'vitest';
import { officeFields } from './office-fields';
import { lossOf, parseSchema } from './schema';

const root = join(import.meta.dirname, '../../../../forms');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.form'));

describe('our forms in their designer', () => {
  it.each(files)('%s comes out with everything that went in', async (file) => {
    const schema = parseSchema(readFileSync(join(root, file), 'utf8'))!;
    const container = document.createElement('div');
    document.body.append(container);
    const editor = new FormEditor({ container, additionalModules: [officeFields] });
    await editor.importSchema(structuredClone(schema));
    expect(lossOf(schema, editor.saveSchema())).toEqual([]);
    editor.destroy();
  });
});
