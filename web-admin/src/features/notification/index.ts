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
  sections: [
    {
      to: '/me/notifications',
      label: 'notification.settings',
      icon: 'mail',
      order: 30,
      component: () => import('./SettingsSection.vue'),
    },
  ],
} satisfies Feature;
