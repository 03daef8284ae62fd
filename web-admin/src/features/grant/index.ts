import { defineAsyncComponent } from 'vue';
import type { Feature } from '@/shared/feature';

const process = 'permission-request';

export default {
  routes: [
    { path: '/grants', component: () => import('./HeldPage.vue'), meta: { title: 'grant.title' } },
    { path: '/grants/owned', component: () => import('./OwnedPage.vue'), meta: { title: 'grant.owned' } },
    {
      path: '/admin/grants',
      component: () => import('./CataloguePage.vue'),
      meta: { title: 'grant.catalogue', permission: 'grant.manage' },
    },
  ],
  places: [
    { to: '/grants', label: 'grant.title', icon: 'key', order: 50, in: 'more' },
    { to: '/admin/grants', label: 'grant.catalogue', icon: 'lock', order: 93, in: 'more', permission: 'grant.manage' },
  ],
  slots: [
    { slot: 'form.aside', process, component: defineAsyncComponent(() => import('./ThingAside.vue')) },
    { slot: 'task.facts', process, component: defineAsyncComponent(() => import('./GrantFacts.vue')) },
  ],
} satisfies Feature;
