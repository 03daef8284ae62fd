import { createApp } from 'vue';
import { VueQueryPlugin } from '@tanstack/vue-query';
import '@/app/element.css';
import '@/app/theme.css';
import '@/app/base.css';
import '@/shared/theme';
import App from '@/app/App.vue';
import { router } from '@/app/router';
import { onSessionEnded } from '@/shared/api/client';
import { queryClient } from '@/shared/api/query';
import { expired, knownMe } from '@/shared/api/session';
import { i18n, preferredLanguage, useLanguage } from '@/shared/i18n';

onSessionEnded(() => {
  if (knownMe()) expired.value = true;
  else void router.replace({ path: '/sign-in', query: { next: router.currentRoute.value.fullPath } });
});

// A page of an older version asks for parts that a new version no longer has.
window.addEventListener('vite:preloadError', (event) => {
  event.preventDefault();
  window.location.reload();
});

await useLanguage(preferredLanguage(), false);
createApp(App).use(i18n).use(VueQueryPlugin, { queryClient }).use(router).mount('#app');
