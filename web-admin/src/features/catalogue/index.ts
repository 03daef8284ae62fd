import type { Feature } from '@/shared/feature';

export default {
  routes: [
    { path: '/start', component: () => import('./CataloguePage.vue'), meta: { title: 'catalogue.title', root: true } },
  ],
} satisfies Feature;
