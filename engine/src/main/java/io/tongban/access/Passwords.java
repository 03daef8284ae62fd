package io.tongban.access;

import io.tongban.kernel.Problem;
import io.tongban.org.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/** What a password has to be: long, and neither about its owner nor on everybody's list. */
final class Passwords {

    private static final int SHORTEST = 10;

    private Passwords() {}

    /** Refuses a weak password, naming the field it came in. */
    static void check(String field, String password, String account, String number, String name) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            throw weak(field, "access:password-short", SHORTEST);
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > Accounts.LONGEST_PASSWORD_BYTES) {
            throw weak(field, "access:password-long", Accounts.LONGEST_PASSWORD_BYTES);
        }
        var lower = password.toLowerCase(Locale.ROOT);
        var plain = plain(lower);
        for (var own : new String[] {account, number, name}) {
            var ownPlain = plain(own.toLowerCase(Locale.ROOT));
            if (ownPlain.length() >= 4 && plain.contains(ownPlain) || !ownPlain.isEmpty() && plain.equals(ownPlain)) {
                throw weak(field, "access:password-own");
            }
        }
        if (password.codePoints().distinct().count() < 5
                || Common.LIST.contains(lower)
                || Common.LIST.contains(plain)
                || Common.LIST.contains(plain.replaceAll("[0-9]+$", ""))
                || "01234567890123456789".contains(plain)
                || "98765432109876543210".contains(plain)) {
            throw weak(field, "access:password-common");
        }
    }

    static void check(String field, String password, Person person) {
        check(field, password, person.account(), person.number(), person.name());
    }

    private static String plain(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static Problem weak(String field, String code, Object... args) {
        return Problem.refused("kernel:invalid").field(field, code, args);
    }

    /** Read when the first password is chosen. */
    private static final class Common {
        static final Set<String> LIST = read();

        private static Set<String> read() {
            try {
                return new ClassPathResource("io/tongban/access/common-passwords.txt")
                        .getContentAsString(StandardCharsets.UTF_8)
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .collect(Collectors.toUnmodifiableSet());
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
