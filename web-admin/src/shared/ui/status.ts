import type { IconName } from '@/shared/ui/icons';

export type Meaning = 'waiting' | 'running' | 'approved' | 'rejected' | 'ended';

/** States of a request and what they mean to the eye. */
export const STATUS: Record<string, { meaning: Meaning; icon: IconName }> = {
  waiting: { meaning: 'waiting', icon: 'clock' },
  running: { meaning: 'running', icon: 'running' },
  approved: { meaning: 'approved', icon: 'check-circle' },
  completed: { meaning: 'approved', icon: 'check-circle' },
  rejected: { meaning: 'rejected', icon: 'cross-circle' },
  failed: { meaning: 'rejected', icon: 'warning' },
  suspended: { meaning: 'waiting', icon: 'pause-circle' },
  withdrawn: { meaning: 'ended', icon: 'return' },
  revoked: { meaning: 'ended', icon: 'return' },
  cancelled: { meaning: 'ended', icon: 'stop-circle' },
};
