import { t } from '@/shared/i18n';
import { dayWords } from '@/shared/time';
import type { IconName } from '@/shared/ui/icons';
import type { HireStep, Stage } from './api';

export const SIGN: Record<Stage, IconName> = {
  activate: 'key',
  profile: 'edit',
  portrait: 'camera',
  reading: 'paper',
  it: 'device',
  mentor: 'people',
};

/** How the states of a step look: those of a request that mean the same to the eye. */
export const LOOK: Record<HireStep['state'], string> = {
  done: 'approved',
  late: 'rejected',
  open: 'running',
  waiting: 'cancelled',
};

export const stepName = (stage: Stage): string => t(`onboarding.step.${stage}`);

/** 12月7日 周一前, 今天前: what is due. */
export const dueWords = (step: HireStep): string =>
  step.doneAt
    ? t('onboarding.doneOn', { day: dayWords(step.doneAt) })
    : t(step.state === 'late' ? 'onboarding.wasDue' : 'onboarding.due', { day: dayWords(step.due) });

export const doneOf = (steps: HireStep[]): number => steps.filter((step) => step.state === 'done').length;

/** What is to be looked at first: what is late, else what is open and due next. */
export const nextOf = (steps: HireStep[]): HireStep | undefined =>
  [...steps]
    .filter((step) => step.state === 'late' || step.state === 'open')
    .sort((a, b) => (a.state === b.state ? a.due.localeCompare(b.due) : a.state === 'late' ? -1 : 1))[0];
