import type { Feature } from '@/shared/feature';

export default {
  routes: [
    { path: '/sign-in', component: () => import('./SignInPage.vue'), meta: { open: true, title: 'access.signIn' } },
    { path: '/setup', component: () => import('./SetupPage.vue'), meta: { open: true, title: 'access.setup' } },
    {
      path: '/change-password',
      component: () => import('./ChangePasswordPage.vue'),
      meta: { bare: true, title: 'access.changePassword' },
    },
    {
      path: '/me',
      component: () => import('./MePage.vue'),
      meta: { title: 'access.settings' },
      children: [
        { path: '', component: () => import('./MeMenu.vue') },
        { path: 'profile', component: () => import('./ProfileSection.vue'), meta: { title: 'access.profile' } },
        {
          path: 'appearance',
          component: () => import('./AppearanceSection.vue'),
          meta: { title: 'access.appearance' },
        },
        { path: 'opinion', component: () => import('./OpinionSection.vue'), meta: { title: 'access.opinion' } },
        { path: 'security', component: () => import('./SecuritySection.vue'), meta: { title: 'access.security' } },
        { path: 'tokens', component: () => import('./TokensSection.vue'), meta: { title: 'access.tokens' } },
      ],
    },
  ],
} satisfies Feature;
