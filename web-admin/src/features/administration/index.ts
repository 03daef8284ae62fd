import { defineAsyncComponent } from 'vue';
import type { Feature } from '@/shared/feature';

export default {
  routes: [
    {
      path: '/admin/requests',
      component: () => import('./AdminPage.vue'),
      meta: { title: 'administration.title', permission: 'process.look-after' },
    },
    {
      path: '/admin/handover',
      component: () => import('./HandoverPage.vue'),
      meta: { title: 'administration.handover.title', permission: 'process.administer' },
    },
  ],
  places: [
    {
      to: '/admin/requests',
      label: 'administration.title',
      icon: 'diagram',
      order: 93,
      in: 'more',
      permission: 'process.look-after',
    },
    {
      to: '/admin/handover',
      label: 'administration.handover.title',
      icon: 'transfer',
      order: 95,
      in: 'more',
      permission: 'process.administer',
    },
  ],
  slots: [{ slot: 'request.administer', component: defineAsyncComponent(() => import('./AdminPart.vue')) }],
} satisfies Feature;
