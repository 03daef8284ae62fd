import type { Feature } from '@/shared/feature';

export default {
  routes: [
    { path: '/calendar', component: () => import('./CalendarPage.vue'), meta: { title: 'calendar.title' } },
    {
      path: '/admin/calendar',
      component: () => import('./WorkingCalendarPage.vue'),
      meta: { title: 'calendar.working', permission: 'calendar.manage' },
    },
  ],
  places: [
    { to: '/calendar', label: 'calendar.title', icon: 'calendar', order: 40, in: 'rail' },
    {
      to: '/admin/calendar',
      label: 'calendar.working',
      icon: 'settings',
      order: 90,
      in: 'more',
      permission: 'calendar.manage',
    },
  ],
} satisfies Feature;
