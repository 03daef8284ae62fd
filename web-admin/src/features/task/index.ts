import type { Feature } from '@/shared/feature';

export default {
  routes: [{ path: '/tasks/:id?', component: () => import('./TasksPage.vue'), meta: { title: 'task.title' } }],
  places: [{ to: '/tasks', label: 'task.title', icon: 'inbox', order: 20, in: 'rail', badge: 'tasks' }],
} satisfies Feature;
