import { language } from '@/shared/i18n';
import terms from './words/form-terms-zh-CN.json';

const chinese: Record<string, string> = terms;

/** What the designer of forms shows, in the language of the page. */
export const formWord = (term: string): string => (language.value === 'en' ? term : (chinese[term] ?? term));
