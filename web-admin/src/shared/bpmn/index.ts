import { defineAsyncComponent } from 'vue';

export type { HeatStep } from './marks';
export type { LiveState } from './model';

/** The drawing library is large: it is fetched when somebody asks for a diagram. */
export const ProcessDiagram = defineAsyncComponent(() => import('./ProcessDiagram.vue'));
