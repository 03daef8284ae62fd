import type { Feature } from '@/shared/feature';

export default {
  routes: [
    {
      path: '/verify/:code',
      component: () => import('./VerifyPage.vue'),
      meta: { open: true, title: 'record.verify.title' },
    },
    {
      path: '/admin/record',
      component: () => import('./RecordPage.vue'),
      meta: { title: 'record.title', permission: 'process.administer' },
    },
    {
      path: '/admin/record/:id',
      component: () => import('./EntriesPage.vue'),
      meta: { title: 'record.entries', permission: 'process.administer' },
    },
  ],
  places: [
    {
      to: '/admin/record',
      label: 'record.title',
      icon: 'lock',
      order: 96,
      in: 'more',
      permission: 'process.administer',
    },
  ],
} satisfies Feature;
