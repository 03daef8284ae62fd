const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'];
const GROUPS = ['', '万', '亿', '万亿'];

function whole(yuan: number): string {
  if (yuan === 0) return '零';
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
        words += `${zero ? '零' : ''}${DIGITS[digit]}${PLACES[place]}`;
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
  let words = value < 0 && cents > 0 ? '负' : '';
  if (yuan > 0 || cents === 0) words += `${whole(yuan)}元`;
  if (cents % 100 === 0) return `${words}整`;
  if (jiao > 0) words += `${DIGITS[jiao]}角`;
  else if (yuan > 0) words += '零';
  return fen > 0 ? `${words}${DIGITS[fen]}分` : `${words}整`;
}
