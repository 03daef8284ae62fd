import { defineAsyncComponent } from 'vue';
import type { Feature } from '@/shared/feature';

const Facts = defineAsyncComponent(() => import('./WorktaskFacts.vue'));

export default {
  routes: [
    { path: '/worktasks', component: () => import('./WorktasksPage.vue'), meta: { title: 'worktask.title' } },
    { path: '/worktasks/:id', component: () => import('./WorktaskPage.vue'), meta: { title: 'worktask.one' } },
  ],
  places: [{ to: '/worktasks', label: 'worktask.title', icon: 'flag', order: 40, in: 'more' }],
  slots: [
    { slot: 'task.facts', process: 'worktask', component: Facts },
    { slot: 'request.facts', process: 'worktask', component: Facts },
  ],
} satisfies Feature;
