import type { Feature } from '@/shared/feature';

export default {
  routes: [
    {
      path: '/admin/people',
      component: () => import('./PeoplePage.vue'),
      meta: { title: 'people.title', permission: 'org.manage' },
    },
  ],
  places: [
    { to: '/admin/people', label: 'people.title', icon: 'people', order: 91, in: 'more', permission: 'org.manage' },
  ],
} satisfies Feature;
