import Modeler from 'bpmn-js/lib/Modeler';
import { BpmnPropertiesPanelModule, BpmnPropertiesProviderModule } from 'bpmn-js-properties-panel';
import behaviors from 'camunda-bpmn-js-behaviors/lib/camunda-platform';
import camunda from 'camunda-bpmn-moddle/resources/camunda.json';
import minimap from 'diagram-js-minimap';
import type { Vocabulary } from './api';
import { SharedClipboard } from './clipboard';
import { OurMenus } from './menus';
import { plainColours } from './exchange';
import type { Shape } from './moddle';
import { PanelProvider } from './panel';
import { translation } from './translate';

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}
export interface Canvas {
  viewbox(box?: Box): { inner: Box; outer: { width: number; height: number } };
  scrollToElement(element: Shape, padding?: number): void;
  getRootElement(): Shape;
  addMarker(id: string, marker: string): void;
  removeMarker(id: string, marker: string): void;
}
export interface Registry {
  get(id: string): Shape | undefined;
}
export interface Selection {
  select(element: Shape | null): void;
}
export interface Commands {
  undo(): void;
  redo(): void;
  canUndo(): boolean;
  canRedo(): boolean;
}

/** The drawing measures text before it is on the page, so the font is named here once more. */
const font = (): string => getComputedStyle(document.documentElement).fontFamily || 'sans-serif';

export function makeModeler(canvas: HTMLElement, panel: HTMLElement, vocabulary: () => Vocabulary): Modeler {
  return new Modeler({
    container: canvas,
    propertiesPanel: { parent: panel },
    vocabulary,
    moddleExtensions: { camunda },
    additionalModules: [
      BpmnPropertiesPanelModule,
      BpmnPropertiesProviderModule,
      behaviors,
      minimap,
      translation,
      {
        __init__: ['ourPanel', 'ourMenus', 'sharedClipboard'],
        ourPanel: ['type', PanelProvider],
        ourMenus: ['type', OurMenus],
        sharedClipboard: ['type', SharedClipboard],
      },
    ],
    textRenderer: {
      defaultStyle: { fontFamily: font(), fontSize: 12 },
      externalStyle: { fontFamily: font(), fontSize: 12 },
    },
    bpmnRenderer: {
      defaultFillColor: 'var(--surface)',
      defaultStrokeColor: 'var(--n-6)',
      defaultLabelColor: 'var(--text)',
    },
  } as ConstructorParameters<typeof Modeler>[0]);
}

/** The drawing alone, for other programs: our colours become plain ones. */
export async function drawing(modeler: Modeler): Promise<string> {
  const { svg } = await modeler.saveSVG();
  return plainColours(svg, { '--surface': 'white', '--n-6': 'black', '--text': 'black' });
}
