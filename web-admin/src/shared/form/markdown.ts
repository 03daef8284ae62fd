/** The few marks a form text may carry. The result is a tree that Vue draws: no text ever becomes markup. */
export type Inline =
  { kind: 'text' | 'strong' | 'em' | 'code'; text: string } | { kind: 'link'; text: string; href: string };
export type Block =
  | { kind: 'heading'; level: number; inline: Inline[] }
  | { kind: 'paragraph'; lines: Inline[][] }
  | { kind: 'list'; ordered: boolean; items: Inline[][] };

const INLINE = /\*\*(.+?)\*\*|__(.+?)__|\*([^*\s][^*]*)\*|`([^`]+)`|\[([^\]]+)\]\(([^)\s]+)\)/g;
const SAFE = /^(https?:\/\/|mailto:|\/(?!\/))/i;

export function inline(line: string): Inline[] {
  const parts: Inline[] = [];
  let from = 0;
  for (const match of line.matchAll(INLINE)) {
    if (match.index > from) parts.push({ kind: 'text', text: line.slice(from, match.index) });
    const [whole, strong, strong2, em, code, label, href] = match;
    if (strong !== undefined || strong2 !== undefined) parts.push({ kind: 'strong', text: strong ?? strong2 ?? '' });
    else if (em !== undefined) parts.push({ kind: 'em', text: em });
    else if (code !== undefined) parts.push({ kind: 'code', text: code });
    else if (label !== undefined && href !== undefined && SAFE.test(href))
      parts.push({ kind: 'link', text: label, href });
    else parts.push({ kind: 'text', text: whole });
    from = match.index + whole.length;
  }
  if (from < line.length) parts.push({ kind: 'text', text: line.slice(from) });
  return parts;
}

export function markdown(source: string): Block[] {
  const blocks: Block[] = [];
  let open = false;
  for (const line of source.split(/\r?\n/)) {
    const heading = /^(#{1,6})\s+(.*)$/.exec(line);
    const item = /^\s*(?:([-*+])|\d+[.)])\s+(.*)$/.exec(line);
    const last = blocks.at(-1);
    if (line.trim() === '') open = false;
    else if (heading !== null) {
      blocks.push({ kind: 'heading', level: heading[1]?.length ?? 1, inline: inline(heading[2] ?? '') });
      open = false;
    } else if (item !== null) {
      const ordered = item[1] === undefined;
      const words = inline(item[2] ?? '');
      if (open && last?.kind === 'list' && last.ordered === ordered) last.items.push(words);
      else blocks.push({ kind: 'list', ordered, items: [words] });
      open = true;
    } else {
      if (open && last?.kind === 'paragraph') last.lines.push(inline(line));
      else blocks.push({ kind: 'paragraph', lines: [inline(line)] });
      open = true;
    }
  }
  return blocks;
}
