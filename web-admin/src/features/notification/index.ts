import type { Feature } from '@/shared/feature';

export default {
  routes: [
    {
      path: '/notifications',
      component: () => import('./NotificationsPage.vue'),
      meta: { title: 'notification.title', root: true },
    },
  ],
  places: [
    { to: '/notifications', label: 'notification.title', icon: 'bell', order: 30, in: 'rail', badge: 'notifications' },
  ],
} satisfies Feature;
