import { defineAsyncComponent } from 'vue';
import type { Feature } from '@/shared/feature';

export default {
  routes: [{ path: '/leave', component: () => import('./LeavePage.vue'), meta: { title: 'leave.title' } }],
  places: [{ to: '/leave', label: 'leave.title', icon: 'leave', order: 45, in: 'more' }],
  slots: [
    { slot: 'form.aside', process: 'leave-request', component: defineAsyncComponent(() => import('./LeaveAside.vue')) },
    { slot: 'task.facts', process: 'leave-request', component: defineAsyncComponent(() => import('./LeaveFacts.vue')) },
    {
      slot: 'task.facts',
      process: 'leave-cancellation',
      component: defineAsyncComponent(() => import('./LeaveFacts.vue')),
    },
  ],
} satisfies Feature;
