interface Bus {
  on(event: string, priority: number, listener: (event: { tree?: unknown; hints?: { clip?: boolean } }) => void): void;
}
interface Clipboard {
  set(data: unknown): void;
}
interface Maker {
  create(type: string, properties: object): unknown;
}

const KEY = 'tongban.studio.clipboard';

/** Elements read back from text: equal ids are the same element. */
export function reviver(maker: Maker): (key: string, value: unknown) => unknown {
  const known = new Map<string, unknown>();
  return (_, value) => {
    if (typeof value !== 'object' || value === null || typeof (value as { $type?: unknown }).$type !== 'string')
      return value;
    const { $type, ...properties } = value as { $type: string; id?: string };
    const id = properties.id;
    if (id !== undefined && known.has(id)) return known.get(id);
    const made = maker.create($type, properties);
    if (id !== undefined) known.set(id, made);
    return made;
  };
}

/** What is copied in one model can be pasted in another, also in another window. */
export class SharedClipboard {
  static $inject = ['eventBus', 'clipboard', 'moddle'];

  constructor(bus: Bus, clipboard: Clipboard, moddle: Maker) {
    bus.on('copyPaste.elementsCopied', 500, ({ tree, hints }) => {
      if (hints?.clip === false) return;
      try {
        localStorage.setItem(KEY, JSON.stringify(tree));
      } catch {
        // Too much for the browser's store: it is still pasted within this model.
      }
    });
    bus.on('copyPaste.pasteElements', 2000, () => {
      const kept = localStorage.getItem(KEY);
      if (kept) clipboard.set(JSON.parse(kept, reviver(moddle)));
    });
  }
}
