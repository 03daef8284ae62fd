/** What office components take, as the server checks it again: the key of what is wrong, or nothing. */
export type OfficeCheck = (value: string) => string | null;

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

const isDay = (digits: string): boolean => {
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)].map(Number) as [
    number,
    number,
    number,
  ];
  const date = new Date(Date.UTC(year, month - 1, day));
  return /^(18|19|20)/.test(digits) && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

/** Number of a resident identity card: 17 digits with a day of birth, and a check character (GB 11643). */
const idNumber: OfficeCheck = (value) => {
  if (!/^[1-9]\d{16}[\dXx]$/.test(value) || !isDay(value.slice(6, 14))) return 'form.error.idNumber';
  const sum = WEIGHTS.reduce((all, weight, at) => all + weight * Number(value[at]), 0);
  return CHECKS[sum % 11] === value[17]?.toUpperCase() ? null : 'form.error.idNumberSlip';
};

const PHONES = [
  /^(\+86 ?)?1[3-9]\d(?:[ -]?\d{4}){2}$/,
  /^0\d{2,3}[- ]?[2-9]\d{6,7}(-\d{1,6})?$/,
  /^\+(?!86)[1-9][0-9 -]{5,18}$/,
];
const phone: OfficeCheck = (value) => (PHONES.some((shape) => shape.test(value)) ? null : 'form.error.telephone');

const address: OfficeCheck = (value) =>
  [...value.trim()].length < 5 || /^[\d\p{P}\s]+$/u.test(value.trim()) ? 'form.error.address' : null;

const MOST = 999_999_999_999.99;
const money: OfficeCheck = (value) => {
  const digits = (value.split('.')[1] ?? '').replace(/0+$/, '');
  return digits.length > 2 || Math.abs(Number(value)) > MOST ? 'form.error.money' : null;
};

export const OFFICE: Record<string, OfficeCheck> = { 'id-number': idNumber, phone, address, money };
