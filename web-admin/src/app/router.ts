import { nextTick } from 'vue';
import { createRouter, createWebHistory, type RouteLocationNormalized } from 'vue-router';
import { featureRoutes } from '@/app/features';
import { may, whoAmI } from '@/shared/api/session';
import { startListening } from '@/shared/api/live';
import { i18n, t, useLanguage } from '@/shared/i18n';
import { sections } from '@/shared/sections';
import { showTitle } from '@/shared/title';
import { announce } from '@/shared/ui/announcer';

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    ...featureRoutes,
    {
      path: '/:rest(.*)*',
      name: 'unknown',
      component: () => import('@/app/NoPage.vue'),
      meta: { title: 'app.unknownPage' },
    },
  ],
  scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? false : { top: 0 }),
});

/** Where newcomers are until their account opens. */
const early = featureRoutes.find((route) => route.meta?.early)?.path;

router.beforeEach(async (to) => {
  if (to.meta.open) return true;
  const me = await whoAmI().catch(() => undefined);
  // Not reachable: the page itself says so and offers another try.
  if (me === undefined) return true;
  if (me === null) return { path: '/sign-in', query: to.fullPath === '/' ? {} : { next: to.fullPath } };
  if (me.mustChangePassword && to.path !== '/change-password') {
    return { path: '/change-password', query: to.fullPath === '/' ? {} : { next: to.fullPath } };
  }
  if (!me.mustChangePassword && me.opensAt && Date.parse(me.opensAt) > Date.now() && !to.meta.early) {
    return early ?? true;
  }
  if (me.locale && !localStorage.getItem('tongban.language')) await useLanguage(me.locale);
  if (!me.mustChangePassword) startListening();
  if (!may(to.meta.permission)) return { name: 'refused', params: { rest: to.path.slice(1).split('/') } };
  return true;
});

router.addRoute({
  path: '/refused/:rest(.*)*',
  name: 'refused',
  component: () => import('@/app/NoPage.vue'),
  props: { refused: true },
  meta: { title: 'app.refusedPage' },
});

for (const { to, label, component } of sections) {
  router.addRoute('settings', { path: to, component, meta: { title: label } });
}

function titleOf(to: RouteLocationNormalized): string {
  return to.meta.title && i18n.global.te(to.meta.title) ? t(to.meta.title) : '';
}

router.afterEach((to, from, failure) => {
  if (failure) return;
  const title = titleOf(to);
  showTitle(title);
  const first = from.matched.length === 0;
  // Inside a list with its detail the focus stays where the person works.
  if (first || to.matched[0] === from.matched[0]) return;
  void nextTick(() => {
    announce(title);
    const target = document.querySelector<HTMLElement>('main h1') ?? document.querySelector<HTMLElement>('main');
    target?.focus({ preventScroll: true });
  });
});
