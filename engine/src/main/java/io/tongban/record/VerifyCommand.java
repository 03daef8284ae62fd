package io.tongban.record;

import io.tongban.kernel.Texts;
import java.io.PrintStream;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** {@code --tongban.verify} goes through the record, says what is wrong, and ends: 0 when nothing is, 1 otherwise. */
@Component
@ConditionalOnProperty("tongban.verify")
class VerifyCommand implements ApplicationRunner, ExitCodeGenerator {

    private final Verification verification;
    private final Texts texts;
    private final Locale locale;
    private int code = 1;

    VerifyCommand(Verification verification, Texts texts, @Value("${tongban.verify}") String language) {
        this.verification = verification;
        this.texts = texts;
        this.locale = language.equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        code = print(System.out);
    }

    int print(PrintStream out) {
        var result = verification.all(progress -> {});
        var said = new Object[] {
            String.valueOf(result.requests()),
            String.valueOf(result.entries()),
            String.valueOf(result.seals()),
            String.valueOf(result.found())
        };
        out.println(texts.get(locale, "record.verified", said));
        result.findings().forEach(finding -> out.println("  " + finding.sentence(texts, locale)));
        out.println(texts.get(locale, result.found() == 0 ? "record.intact" : "record.broken", said));
        return result.found() == 0 ? 0 : 1;
    }

    @Override
    public int getExitCode() {
        return code;
    }
}
