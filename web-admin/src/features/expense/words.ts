/** An amount as the server says it, `1234.50`, for people: `¥1,234.50`. Never by way of a floating number. */
export function money(amount: string): string {
  const [, sign = '', whole = '0', cents = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(amount) ?? [];
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',');
  return `${sign}¥${grouped}.${cents.padEnd(2, '0')}`;
}

const cents = (amount: string): bigint => {
  const [whole = '0', part = ''] = amount.split('.');
  return BigInt(whole + part.padEnd(2, '0'));
};

/** The sum of amounts, to the cent. */
export function sumOf(amounts: string[]): string {
  const sum = String(amounts.reduce((all, one) => all + cents(one), 0n)).padStart(3, '0');
  return `${sum.slice(0, -2)}.${sum.slice(-2)}`;
}

/** How much of a budget is used and held, in parts of a hundred for a bar. */
export function parts(budget: { amount: string; used: string; held: string }): { used: number; held: number } {
  const all = Number(budget.amount);
  if (!(all > 0)) return { used: 0, held: Number(budget.used) + Number(budget.held) > 0 ? 100 : 0 };
  const used = Math.min(100, (Number(budget.used) / all) * 100);
  return { used, held: Math.min(100 - used, (Number(budget.held) / all) * 100) };
}

/** What the server may count of a form that is being filled in. */
export function lineOf(line: Record<string, unknown>): Record<string, unknown> {
  const { category, date, amount, tax, invoiceNumber } = line;
  return { category, date, amount, tax, invoiceNumber };
}
