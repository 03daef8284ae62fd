import { jsx, jsxs } from 'preact/jsx-runtime';
import { say, sayOr, type Word } from './words';

interface Field {
  type: string;
  properties?: Record<string, string>;
  [more: string]: unknown;
}
type Edit = (field: Field, key: string, value: unknown) => void;
interface Panel {
  registerProvider(provider: object, priority?: number): void;
}
interface Group {
  id: string;
  label: string;
  entries: object[];
}
interface Line {
  id: string;
  label: string;
  value: string;
  write: (value: string) => void;
  options?: { value: string; label: string }[];
}

/** Components of ours, and the type of Camunda Forms that each is kept as. */
const ON: Record<string, string[]> = {
  textfield: ['person', 'department', 'id-number', 'phone', 'address'],
  textarea: ['address'],
  number: ['money', 'working-days'],
  expression: ['money'],
};

/** A line of the panel. The panel of forms brings a library of its own, so its lines are written for that one. */
function line({ id, label, value, write, options }: Line): object {
  const change = (event: Event): void => write((event.target as HTMLInputElement).value.trim());
  const input = { id, class: 'bio-properties-panel-input', value, onChange: change };
  const control = options
    ? jsx('select', {
        ...input,
        children: options.map((one) =>
          jsx('option', { value: one.value, selected: one.value === value, children: one.label }, one.value),
        ),
      })
    : jsx('input', { ...input, type: 'text' });
  return {
    id,
    component: () =>
      jsx('div', {
        class: 'bio-properties-panel-entry',
        'data-entry-id': id,
        children: jsxs('div', {
          class: options ? 'bio-properties-panel-select' : 'bio-properties-panel-textfield',
          children: [jsx('label', { for: id, class: 'bio-properties-panel-label', children: label }), control],
        }),
      }),
  };
}

/** What a field of ours says beside its type, and its English words. */
class OfficeFields {
  static $inject = ['propertiesPanel'];

  constructor(panel: Panel) {
    panel.registerProvider(this, 500);
  }

  getGroups(field: Field | null, edit: Edit): (groups: Group[]) => Group[] {
    return (groups) => {
      if (!field || field.type === 'default') return groups;
      const own = (name: string, options?: Line['options']): object =>
        line({
          id: `office-${name}`,
          label: say(`office.${name}` as Word),
          value: field.properties?.[name] ?? '',
          options,
          write: (value) => {
            const properties = { ...field.properties, [name]: value };
            if (value === '') delete properties[name];
            edit(field, 'properties', properties);
          },
        });
      const components = ON[field.type];
      const choices = components && [
        { value: '', label: say('office.plain') },
        ...components.map((value) => ({ value, label: sayOr(`office.${value}`, value) })),
      ];
      const entries = [...(choices ? [own('component', choices)] : []), own('labelEn'), own('descriptionEn')];
      return [{ id: 'office', label: say('office.title'), entries }, ...groups];
    };
  }
}

export const officeFields = { __init__: ['officeFields'], officeFields: ['type', OfficeFields] };
