import type { Feature } from '@/shared/feature';

export default {
  routes: [
    { path: '/stand-in', component: () => import('./StandInPage.vue'), meta: { title: 'approval.title' } },
    {
      path: '/admin/stand-ins',
      component: () => import('./StandInPage.vue'),
      props: { all: true },
      meta: { title: 'approval.titleAll', permission: 'process.administer' },
    },
  ],
  places: [
    { to: '/stand-in', label: 'approval.title', icon: 'transfer', order: 55, in: 'more' },
    {
      to: '/admin/stand-ins',
      label: 'approval.titleAll',
      icon: 'transfer',
      order: 94,
      in: 'more',
      permission: 'process.administer',
    },
  ],
} satisfies Feature;
