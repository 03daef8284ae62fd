import { t } from '@/shared/i18n';

/** Words and signs on the steps of a drawn model. */
export interface Overlays {
  add(id: string, overlay: { position: Record<string, number>; html: HTMLElement }): string;
}

/** A step with a due date, a goal or a ladder, in words. */
export interface TimedStep {
  step: string;
  due: string | null;
  goal: string | null;
  rungs: { words: string }[];
}

/** How hot a step is painted, from 1 to 4, and what is said at its foot. */
export interface HeatStep {
  id: string;
  level: number;
  words: string;
}

export function mark(word: string, state: string): HTMLElement {
  const badge = document.createElement('span');
  badge.className = `bpmn-mark ${state}`;
  badge.textContent = word;
  badge.setAttribute('aria-hidden', 'true');
  return badge;
}

/** How long a step may take stands at its foot; what happens then in the title, and in words below the picture. */
export function markTimes(overlays: Overlays, steps: readonly TimedStep[]): void {
  for (const { step, due, goal, rungs } of steps) {
    const badge = mark(t('bpmn.limit', { span: due ?? goal ?? '' }), 'timed');
    badge.title = rungs.map((rung) => rung.words).join('\n');
    overlays.add(step, { position: { bottom: -3, left: 8 }, html: badge });
  }
}

interface Way {
  id: string;
  waypoints?: { x: number; y: number }[];
}

/** How often a flow was taken stands at its middle, thinner flows beside thicker ones. */
export function markFlows(overlays: Overlays, ways: Way[], counts: Readonly<Record<string, number>>): void {
  for (const { id, waypoints: points } of ways) {
    const count = counts[id];
    if (!count || !points?.length) continue;
    const left = Math.min(...points.map((point) => point.x));
    const top = Math.min(...points.map((point) => point.y));
    const at = Math.floor((points.length - 1) / 2);
    const [from, to] = [points[at]!, points[at + 1] ?? points[at]!];
    const position = { left: (from.x + to.x) / 2 - left - 10, top: (from.y + to.y) / 2 - top - 20 };
    overlays.add(id, { position, html: mark(String(count), 'flow') });
  }
}

/** How long requests wait at a step. */
export function markHeat(overlays: Overlays, steps: readonly HeatStep[]): void {
  for (const { id, words } of steps) overlays.add(id, { position: { bottom: 11, left: 8 }, html: mark(words, 'heat') });
}
