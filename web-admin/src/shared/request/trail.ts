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
  abstain: { icon: 'circle', meaning: 'ended' },
  delegate: { icon: 'transfer', meaning: '' },
  'give-back': { icon: 'return', meaning: '' },
  consult: { icon: 'comment', meaning: '' },
  reply: { icon: 'comment', meaning: '' },
  'add-before': { icon: 'plus', meaning: '' },
  'add-beside': { icon: 'plus', meaning: '' },
  'add-after': { icon: 'plus', meaning: '' },
  'remove-signer': { icon: 'close', meaning: 'ended' },
  'take-back': { icon: 'return', meaning: 'waiting' },
  revoke: { icon: 'return', meaning: 'ended' },
  urge: { icon: 'bell', meaning: 'waiting' },
  copy: { icon: 'send', meaning: '' },
  'auto-approve': { icon: 'check', meaning: 'approved' },
  'auto-reject': { icon: 'close', meaning: 'rejected' },
  withdraw: { icon: 'return', meaning: 'ended' },
  remind: { icon: 'clock', meaning: 'waiting' },
  comment: { icon: 'comment', meaning: '' },
};
