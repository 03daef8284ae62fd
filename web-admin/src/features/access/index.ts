import type { Feature } from '@/shared/feature';

export default {
  routes: [
    {
      path: '/sign-in',
      component: () => import('./SignInPage.vue'),
      meta: { open: true, title: 'access.signIn' },
    },
  ],
} satisfies Feature;
