import { defineAsyncComponent } from 'vue';
import type { Feature } from '@/shared/feature';

export default {
  routes: [
    {
      path: '/onboarding',
      component: () => import('./HiresPage.vue'),
      meta: { title: 'onboarding.title', permission: 'org.manage' },
    },
    { path: '/onboarding/:id', component: () => import('./HirePage.vue'), meta: { title: 'onboarding.one' } },
    {
      path: '/welcome',
      component: () => import('./WelcomePage.vue'),
      meta: { title: 'onboarding.welcome', bare: true, early: true },
    },
  ],
  places: [
    { to: '/onboarding', label: 'onboarding.title', icon: 'flag', order: 90, in: 'more', permission: 'org.manage' },
  ],
  slots: [
    { slot: 'workbench.block', component: defineAsyncComponent(() => import('./WelcomeBlock.vue')), order: 1 },
    { slot: 'task.facts', process: 'onboarding', component: defineAsyncComponent(() => import('./HireFacts.vue')) },
    { slot: 'request.facts', process: 'onboarding', component: defineAsyncComponent(() => import('./HireFacts.vue')) },
    {
      slot: 'task.facts',
      process: 'portrait-check',
      component: defineAsyncComponent(() => import('./PictureFacts.vue')),
    },
  ],
} satisfies Feature;
