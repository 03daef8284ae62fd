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
