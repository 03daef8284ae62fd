import type { Shape } from './moddle';
import { translate } from './translate';
import { say } from './words';

type Entries = Record<string, MenuEntry>;
interface MenuEntry {
  [more: string]: unknown;
}
interface Provided {
  registerProvider(...given: unknown[]): void;
}
interface Creating {
  start(event: unknown, shape: Shape, context?: object): void;
}
interface Shapes {
  createShape(given: object): Shape;
}
interface Placing {
  append(source: Shape, shape: Shape): void;
}

/** What a model may not hold here is not offered: whoever draws is not led into what would be refused. */
const REFUSED =
  /script-task|call-activity|ad-hoc|transaction|complex-gateway|conditional|condition-|compensation|link-|cancel-|data-(object|store)|toggle-loop|is-collection|participant-multiplicity|event-subprocess|-start$|^replace-with-task$/;
const KEPT = /^replace-with-(none-start|conditional-flow|default-flow|sequence-flow)$/;

export const isRefused = (entry: string): boolean => REFUSED.test(entry) && !KEPT.test(entry);

const allowed = (entries: Entries): Entries =>
  Object.fromEntries(Object.entries(entries).filter(([id]) => !isRefused(id)));

const TASKS = [
  ['user', 'bpmn:UserTask', 'bpmn-icon-user', 'User task'],
  ['service', 'bpmn:ServiceTask', 'bpmn-icon-service', 'Service task'],
  ['rule', 'bpmn:BusinessRuleTask', 'bpmn-icon-business-rule', 'Business rule task'],
] as const;

/** The palette, the pad beside an element and the menu of other kinds, as our models need them. */
export class OurMenus {
  static $inject = ['palette', 'contextPad', 'popupMenu', 'create', 'elementFactory', 'autoPlace'];

  constructor(
    palette: Provided,
    pad: Provided,
    popup: Provided,
    private readonly create: Creating,
    private readonly shapes: Shapes,
    private readonly place: Placing,
  ) {
    // After the library's own, so that theirs can be changed.
    palette.registerProvider(500, this);
    pad.registerProvider(500, this);
    popup.registerProvider('bpmn-replace', 500, this);
  }

  getPaletteEntries(): (entries: Entries) => Entries {
    return (entries) => {
      const kept = allowed(entries);
      delete kept['create.task'];
      delete kept['create.data-object'];
      delete kept['create.data-store'];
      const tasks: Entries = {};
      for (const [id, type, className, title] of TASKS) {
        const start = (event: unknown): void => this.create.start(event, this.shapes.createShape({ type }));
        tasks[`create.${id}-task`] = {
          group: 'activity',
          className,
          title: translate(title),
          action: { dragstart: start, click: start },
        };
      }
      // In the order in which a process is drawn.
      return Object.fromEntries(
        Object.entries(kept).flatMap(([id, entry]): [string, MenuEntry][] =>
          id === 'create.subprocess-expanded' ? [...Object.entries(tasks), [id, entry]] : [[id, entry]],
        ),
      );
    };
  }

  getContextPadEntries(): (entries: Entries) => Entries {
    return (entries) => {
      const kept = allowed(entries);
      if (!kept['append.append-task']) return kept;
      delete kept['append.append-task'];
      const tasks: Entries = {};
      for (const [id, type, className, title] of TASKS) {
        const drag = (event: unknown, source: Shape): void =>
          this.create.start(event, this.shapes.createShape({ type }), { source });
        const append = (_: unknown, source: Shape): void =>
          void this.place.append(source, this.shapes.createShape({ type }));
        tasks[`append.${id}-task`] = {
          group: 'model',
          className,
          title: say('append', { what: translate(title) }),
          action: { dragstart: drag, click: append },
        };
      }
      return { ...tasks, ...kept };
    };
  }

  getPopupMenuEntries(): (entries: Entries) => Entries {
    return allowed;
  }

  getPopupMenuHeaderEntries(): (entries: Entries) => Entries {
    return allowed;
  }
}
