import { shallowReactive } from 'vue';
import type { Section } from '@/shared/feature';

const known = shallowReactive<Section[]>([]);

/** The sections of the personal settings, in their order. */
export const sections: readonly Section[] = known;

export function addSections(added: Section[]): void {
  known.push(...added);
  known.sort((a, b) => a.order - b.order);
}
