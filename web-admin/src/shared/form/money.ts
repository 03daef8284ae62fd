import type { FormNode } from './schema';

const SIGNS: Record<string, string> = { CNY: '¥', USD: '$', EUR: '€', HKD: 'HK$', GBP: '£', JPY: 'JP¥' };

/** What stands before a sum: the sign of its currency, unless the form says another. */
export function signOf(node: FormNode): string {
  const currency = node.properties?.currency ?? 'CNY';
  return node.appearance?.prefixAdorner ?? SIGNS[currency] ?? `${currency} `;
}
