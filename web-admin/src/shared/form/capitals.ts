/** The characters of vouchers: digits, then the places of tens, hundreds and thousands, then groups of four digits. */
const DIGITS = '\u96f6\u58f9\u8d30\u53c1\u8086\u4f0d\u9646\u67d2\u634c\u7396';
const PLACES = ['', '\u62fe', '\u4f70', '\u4edf'];
const GROUPS = ['', '\u4e07', '\u4ebf', '\u4e07\u4ebf'];

function whole(yuan: number): string {
  if (yuan === 0) return '\u96f6';
  let words = '';
  let zero = false;
  for (let group = 3; group >= 0; group -= 1) {
    const four = Math.floor(yuan / 10_000 ** group) % 10_000;
    if (four === 0) {
      zero = words !== '';
      continue;
    }
    for (let place = 3; place >= 0; place -= 1) {
      const digit = Math.floor(four / 10 ** place) % 10;
      if (digit === 0) zero = words !== '';
      else {
        words += `${zero ? '\u96f6' : ''}${DIGITS[digit]}${PLACES[place]}`;
        zero = false;
      }
    }
    words += GROUPS[group];
    // A nought at the end of a group is said when the next one does not begin with a thousand.
    zero = group > 0 && Math.floor(yuan / 10_000 ** (group - 1)) % 10_000 < 1_000;
  }
  return words;
}

/** A sum as cheques and vouchers write it: 壹万零贰佰元伍角整. Nothing where it is no sum. */
export function capitals(sum: number | string): string {
  const value = Number(sum);
  if (String(sum).trim() === '' || !Number.isFinite(value) || Math.abs(value) >= 1e13) return '';
  const cents = Math.round(Math.abs(value) * 100);
  const yuan = Math.floor(cents / 100);
  const jiao = Math.floor(cents / 10) % 10;
  const fen = cents % 10;
  let words = value < 0 && cents > 0 ? '\u8d1f' : '';
  if (yuan > 0 || cents === 0) words += `${whole(yuan)}\u5143`;
  if (cents % 100 === 0) return `${words}\u6574`;
  if (jiao > 0) words += `${DIGITS[jiao]}\u89d2`;
  else if (yuan > 0) words += '\u96f6';
  return fen > 0 ? `${words}${DIGITS[fen]}\u5206` : `${words}\u6574`;
}
