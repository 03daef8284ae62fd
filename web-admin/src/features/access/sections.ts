import type { IconName } from '@/shared/ui/icons';

export const SECTIONS: { to: string; label: string; icon: IconName }[] = [
  { to: '/me/profile', label: 'access.profile', icon: 'person' },
  { to: '/me/appearance', label: 'access.appearance', icon: 'sun' },
  { to: '/me/opinion', label: 'access.opinion', icon: 'edit' },
  { to: '/me/security', label: 'access.security', icon: 'lock' },
  { to: '/me/tokens', label: 'access.tokens', icon: 'key' },
];
