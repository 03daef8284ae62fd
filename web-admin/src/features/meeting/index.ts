import { defineAsyncComponent } from 'vue';
import type { Feature } from '@/shared/feature';

const facts = defineAsyncComponent(() => import('./MeetingFacts.vue'));

export default {
  routes: [
    { path: '/meetings', component: () => import('./MeetingsPage.vue'), meta: { title: 'meeting.title' } },
    { path: '/meetings/:id', component: () => import('./MeetingPage.vue'), meta: { title: 'meeting.one' } },
    { path: '/meetings/:id/change', component: () => import('./ChangePage.vue'), meta: { title: 'meeting.change' } },
    { path: '/start/meeting-booking', component: () => import('./BookPage.vue'), meta: { title: 'meeting.book' } },
    { path: '/rooms', component: () => import('./RoomsPage.vue'), meta: { title: 'meeting.rooms' } },
    {
      path: '/admin/rooms',
      component: () => import('./RoomsAdminPage.vue'),
      meta: { title: 'meeting.admin', permission: 'calendar.manage' },
    },
  ],
  places: [
    { to: '/meetings', label: 'meeting.title', icon: 'meeting', order: 42, in: 'more' },
    { to: '/rooms', label: 'meeting.rooms', icon: 'door', order: 43, in: 'more' },
    {
      to: '/admin/rooms',
      label: 'meeting.admin',
      icon: 'settings',
      order: 91,
      in: 'more',
      permission: 'calendar.manage',
    },
  ],
  slots: [
    { slot: 'task.facts', process: 'meeting-booking', component: facts },
    { slot: 'request.facts', process: 'meeting-booking', component: facts },
  ],
} satisfies Feature;
