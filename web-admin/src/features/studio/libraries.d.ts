// What we use of libraries that bring no types.
declare module 'bpmn-js-properties-panel' {
  export const BpmnPropertiesPanelModule: object;
  export const BpmnPropertiesProviderModule: object;
  export function useService<T>(name: string): T;
}

declare module '@bpmn-io/properties-panel' {
  export type Component = (props: { element: unknown; id: string }) => unknown;
  type Entry = (props: object) => unknown;
  export const TextFieldEntry: Entry;
  export const TextAreaEntry: Entry;
  export const SelectEntry: Entry;
  export const CheckboxEntry: Entry;
  export const Group: Component;
  export const ListGroup: Component;
  export const isTextFieldEntryEdited: (node: unknown) => boolean;
  export const isTextAreaEntryEdited: (node: unknown) => boolean;
  export const isSelectEntryEdited: (node: unknown) => boolean;
  export const isCheckboxEntryEdited: (node: unknown) => boolean;
}

declare module '@bpmn-io/properties-panel/preact/jsx-runtime' {
  export function jsx(type: unknown, props: object, key?: string): unknown;
}

declare module 'diagram-js-minimap' {
  const minimap: object;
  export default minimap;
}

declare module 'camunda-bpmn-js-behaviors/lib/camunda-platform' {
  const behaviors: object;
  export default behaviors;
}

declare module 'bpmn-js-i18n-zh/lib/bpmn-js/index.js' {
  const terms: Record<string, string>;
  export default terms;
}

declare module 'bpmn-js-i18n-zh/lib/properties-panel/index.js' {
  const terms: Record<string, string>;
  export default terms;
}

declare module 'bpmn-js-i18n/translations/zn.js' {
  const terms: Record<string, string>;
  export default terms;
}

declare module 'dmn-js/lib/Modeler' {
  export interface DmnView {
    id: string;
    name?: string;
    type: string;
    element: { id: string };
  }
  export default class DmnModeler {
    constructor(options: object);
    importXML(xml: string): Promise<{ warnings: unknown[] }>;
    saveXML(options?: object): Promise<{ xml: string }>;
    getViews(): DmnView[];
    getActiveView(): DmnView | undefined;
    getActiveViewer(): { get<T>(name: string): T; on(event: string, listener: () => void): void } | undefined;
    open(view: DmnView): Promise<unknown>;
    on(
      event: string,
      listener: (event: {
        viewer?: { on(event: string, listener: (event?: { trigger?: string }) => void): void };
      }) => void,
    ): void;
    destroy(): void;
  }
}

declare module '@bpmn-io/form-js-editor' {
  export interface FormEditorOptions {
    container?: Element;
    properties?: object;
    additionalModules?: unknown[];
  }
  export class FormEditor {
    constructor(options?: FormEditorOptions);
    importSchema(schema: object): Promise<{ warnings: unknown[] }>;
    saveSchema(): object;
    on(event: string, listener: (event: unknown) => void): void;
    get<T>(name: string): T;
    destroy(): void;
  }
}

declare module 'dmn-moddle' {
  export class DmnModdle {
    constructor(packages: Record<string, unknown>);
    fromXML(xml: string): Promise<{ rootElement: unknown; warnings: { message: string }[] }>;
    toXML(root: unknown, options?: object): Promise<{ xml: string }>;
  }
}
