import type { Feature } from '@/shared/feature';

export default {
  routes: [
    { path: '/', component: () => import('./WorkbenchPage.vue'), meta: { title: 'workbench.title', root: true } },
  ],
  places: [{ to: '/', label: 'workbench.title', icon: 'home', order: 10, in: 'rail' }],
} satisfies Feature;
