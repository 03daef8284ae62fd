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
      name: 'settings',
      component: () => import('./MePage.vue'),
      meta: { title: 'access.settings' },
      children: [{ path: '', component: () => import('./MeMenu.vue') }],
    },
  ],
  sections: [
    {
      to: '/me/profile',
      label: 'access.profile',
      icon: 'person',
      order: 10,
      component: () => import('./ProfileSection.vue'),
    },
    {
      to: '/me/appearance',
      label: 'access.appearance',
      icon: 'sun',
      order: 20,
      component: () => import('./AppearanceSection.vue'),
    },
    {
      to: '/me/opinion',
      label: 'access.opinion',
      icon: 'edit',
      order: 30,
      component: () => import('./OpinionSection.vue'),
    },
    {
      to: '/me/security',
      label: 'access.security',
      icon: 'lock',
      order: 40,
      component: () => import('./SecuritySection.vue'),
    },
    {
      to: '/me/tokens',
      label: 'access.tokens',
      icon: 'key',
      order: 50,
      component: () => import('./TokensSection.vue'),
    },
  ],
} satisfies Feature;
