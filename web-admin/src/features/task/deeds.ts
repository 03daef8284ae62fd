import type { Answers } from '@/shared/form/schema';

/** Where a task may be returned to, and what may come after that. */
export interface ReturnTarget {
  id: string;
  name: string;
  applicant: boolean;
  resumes: string[];
  /** whether changes are registered anew on the way, so that it does not come straight back then */
  registers: boolean;
}

/** What a dialog collects before a deed is done. */
export interface Draft {
  to: string | undefined;
  target: string;
  resume: string;
  where: string;
  people: string[];
  way: string;
  number: number | undefined;
  person: string | undefined;
}

export interface Decision {
  comment: string | null;
  revision: number;
  answers?: Answers;
  to?: string;
  resume?: string;
  where?: string;
  people?: string[];
  mode?: string;
  person?: string;
  signature?: string;
  files?: string[];
  mentions?: string[];
}

/** What stands in the bar: one main deed, a few beside it, the others behind “more”. */
export interface Bar {
  main: string | undefined;
  beside: string[];
  more: string[];
}

const MAIN = ['submit', 'approve', 'complete', 'give-back', 'reply'];
const MORE = ['return', 'transfer', 'delegate', 'consult', 'add-signers', 'abstain', 'take-back', 'claim', 'release'];
const EXPLAINED = new Set(['reject', 'return', 'give-back', 'reply']);
const DIRECT = new Set(['claim', 'release']);
const ONE_PERSON = new Set(['transfer', 'delegate', 'consult']);
const STAYS = new Set(['claim', 'release', 'consult', 'remove-signer', 'take-back']);

export const emptyDraft = (targets: readonly ReturnTarget[]): Draft => ({
  to: undefined,
  target: (targets.find((one) => one.applicant) ?? targets[0])?.id ?? '',
  resume: 'again',
  where: 'before',
  people: [],
  way: 'all',
  number: undefined,
  person: undefined,
});

export function barOf(actions: readonly string[], targets: readonly ReturnTarget[], small: boolean): Bar {
  const may = actions.filter((action) => action !== 'return' || targets.length > 0);
  const beside = ['abstain', 'reject'].filter((action) => may.includes(action) && !(small && action === 'abstain'));
  return {
    main: MAIN.find((action) => may.includes(action)),
    beside,
    more: MORE.filter((action) => may.includes(action) && !beside.includes(action)),
  };
}

/** Whether a deed asks for words. */
export const isExplained = (action: string): boolean => EXPLAINED.has(action);
/** Whether a deed needs no further question. */
export const isDirect = (action: string): boolean => DIRECT.has(action);
/** Whether a deed is about one other person. */
export const isForOne = (action: string): boolean => ONE_PERSON.has(action);

/** Whether the task is still with me afterwards. */
export const stays = (action: string, decision: Decision): boolean =>
  STAYS.has(action) || (action === 'add-signers' && decision.where !== 'before');

/** How many decide together: those added, and whoever they are added beside. */
export const together = (draft: Draft): number => draft.people.length + (draft.where === 'beside' ? 1 : 0);

/** The field that is still missing and the key of the sentence that says so. */
export function missingOf(action: string, draft: Draft, words: string): { field: string; text: string } | undefined {
  if (isForOne(action) && !draft.to) return { field: 'to', text: 'whom' };
  if (action === 'return' && draft.target === '') return { field: 'to', text: 'whereTo' };
  if (action === 'add-signers') {
    if (draft.people.length === 0) return { field: 'people', text: 'whomAll' };
    const most = draft.way === 'count' ? together(draft) : draft.way === 'ratio' ? 100 : 0;
    const number = draft.number ?? 0;
    if (most > 0 && together(draft) > 1 && !(Number.isInteger(number) && number >= 1 && number <= most)) {
      return { field: 'mode', text: draft.way === 'count' ? 'howMany' : 'howMuch' };
    }
  }
  if (isExplained(action) && words.trim() === '') return { field: 'comment', text: 'explain' };
  return undefined;
}

/** What is sent beside words, revision and answers. */
export function detailsOf(action: string, draft: Draft): Partial<Decision> {
  if (isForOne(action)) return { to: draft.to };
  if (action === 'return') return { to: draft.target, resume: draft.resume };
  if (action === 'remove-signer') return { person: draft.person };
  if (action !== 'add-signers') return {};
  const counted = draft.way === 'count' || draft.way === 'ratio';
  const mode = together(draft) < 2 ? 'all' : counted ? `${draft.way}:${draft.number}` : draft.way;
  return { where: draft.where, people: [...draft.people], mode };
}
