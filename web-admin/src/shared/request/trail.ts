import type { Meaning } from '@/shared/ui/status';
import type { IconName } from '@/shared/ui/icons';

/** What people did on a request: a shape and a meaning beside the word. */
export const DEEDS: Record<string, { icon: IconName; meaning: Meaning | '' }> = {
  submit: { icon: 'send', meaning: '' },
  resubmit: { icon: 'send', meaning: '' },
  approve: { icon: 'check', meaning: 'approved' },
  complete: { icon: 'check', meaning: 'approved' },
  reject: { icon: 'close', meaning: 'rejected' },
  return: { icon: 'return', meaning: 'waiting' },
  transfer: { icon: 'transfer', meaning: '' },
  claim: { icon: 'person', meaning: '' },
  release: { icon: 'person', meaning: '' },
  withdraw: { icon: 'return', meaning: 'ended' },
  remind: { icon: 'clock', meaning: 'waiting' },
  comment: { icon: 'comment', meaning: '' },
};
