import type { Feature } from '@/shared/feature';

export default {
  routes: [
    {
      path: '/studio',
      component: () => import('./StudioPage.vue'),
      meta: { title: 'studio.title', permission: 'process.design' },
    },
    {
      path: '/studio/models/:id',
      component: () => import('./ModelPage.vue'),
      props: true,
      meta: { title: 'studio.model', permission: 'process.design' },
    },
  ],
  places: [
    { to: '/studio', label: 'studio.title', icon: 'diagram', order: 94, in: 'more', permission: 'process.design' },
  ],
} satisfies Feature;
