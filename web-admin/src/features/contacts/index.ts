import type { Feature } from '@/shared/feature';

export default {
  routes: [
    {
      path: '/contacts',
      component: () => import('./ContactsPage.vue'),
      meta: { title: 'contacts.title' },
      children: [
        { path: '', name: 'contacts', component: () => import('./NobodyChosen.vue') },
        { path: ':id', name: 'contact', component: () => import('./PersonPanel.vue') },
      ],
    },
  ],
  places: [{ to: '/contacts', label: 'contacts.title', icon: 'people', order: 50, in: 'rail' }],
} satisfies Feature;
