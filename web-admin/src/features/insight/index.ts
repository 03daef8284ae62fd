import type { Feature } from '@/shared/feature';

export default {
  routes: [
    { path: '/insight', component: () => import('./InsightPage.vue'), meta: { title: 'insight.title' } },
    { path: '/insight/mine', component: () => import('./MinePage.vue'), meta: { title: 'insight.mine.title' } },
    { path: '/insight/:process', component: () => import('./ProcessPage.vue'), meta: { title: 'insight.process' } },
  ],
  // Whoever answers for nobody is led to the own numbers.
  places: [{ to: '/insight', label: 'insight.title', icon: 'chart', order: 88, in: 'more' }],
} satisfies Feature;
