package io.tongban.process;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A sum as cheques and vouchers write it: 壹万零贰佰元伍角整. */
final class Capitals {

    private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";
    private static final String[] PLACES = {"", "拾", "佰", "仟"};
    private static final String[] GROUPS = {"", "万", "亿", "万亿"};

    private Capitals() {}

    static String of(BigDecimal sum) {
        var cents = sum.abs().setScale(2, RoundingMode.HALF_UP).unscaledValue().longValueExact();
        long yuan = cents / 100;
        int jiao = (int) (cents / 10 % 10);
        int fen = (int) (cents % 10);
        var words = new StringBuilder(sum.signum() < 0 && cents > 0 ? "负" : "");
        if (yuan > 0 || cents == 0) {
            words.append(whole(yuan)).append('元');
        }
        if (cents % 100 == 0) {
            return words.append('整').toString();
        }
        if (jiao > 0) {
            words.append(DIGITS.charAt(jiao)).append('角');
        } else if (yuan > 0) {
            words.append('零');
        }
        return fen > 0
                ? words.append(DIGITS.charAt(fen)).append('分').toString()
                : words.append('整').toString();
    }

    private static String whole(long yuan) {
        if (yuan == 0) {
            return "零";
        }
        var words = new StringBuilder();
        var zero = false;
        for (int group = 3; group >= 0; group--) {
            long unit = (long) Math.pow(10_000, group);
            int four = (int) (yuan / unit % 10_000);
            if (four == 0) {
                zero = words.length() > 0;
                continue;
            }
            for (int place = 3; place >= 0; place--) {
                int digit = four / (int) Math.pow(10, place) % 10;
                if (digit == 0) {
                    zero = words.length() > 0;
                } else {
                    words.append(zero ? "零" : "").append(DIGITS.charAt(digit)).append(PLACES[place]);
                    zero = false;
                }
            }
            words.append(GROUPS[group]);
            // A nought at the end of a group is said when the next one does not begin with a thousand.
            zero = group > 0 && yuan / ((long) Math.pow(10_000, group - 1)) % 10_000 < 1_000;
        }
        return words.toString();
    }
}
