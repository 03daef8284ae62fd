import type { Feature } from '@/shared/feature';

export default {
  routes: [
    { path: '/start/:process', component: () => import('./StartPage.vue'), meta: { title: 'request.start' } },
    { path: '/requests/:id', component: () => import('./RequestPage.vue'), meta: { title: 'request.title' } },
  ],
} satisfies Feature;
