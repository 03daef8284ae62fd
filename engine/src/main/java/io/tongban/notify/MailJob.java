package io.tongban.notify;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends waiting mails, each claimed for a while so that of many nodes one sends it; a node that dies meanwhile lets
 * the claim run out. The same mail carries the same Message-ID at every attempt.
 */
@Component
@ConditionalOnExpression(MailChannel.CONFIGURED)
class MailJob {

    static final int MOST_ATTEMPTS = 8;

    private static final Logger LOG = LoggerFactory.getLogger(MailJob.class);
    private static final int BATCH = 50;
    private static final Duration CLAIM = Duration.ofMinutes(5);
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration KEEP_SENT = Duration.ofDays(7);
    private static final Duration KEEP_FAILED = Duration.ofDays(60);
    private static final int LONGEST_REASON = 240;

    private final MailMapper mails;
    private final JavaMailSender sender;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final String from;

    MailJob(
            MailMapper mails,
            JavaMailSender sender,
            PlatformTransactionManager transactions,
            Clock clock,
            @Value("${tongban.mail-from}") String from) {
        this.mails = mails;
        this.sender = sender;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.from = from;
    }

    @Scheduled(initialDelayString = "${tongban.mail-every:PT5S}", fixedDelayString = "${tongban.mail-every:PT5S}")
    void sendDue() {
        List<String> due;
        do {
            due = mails.due(now(), BATCH);
            for (var id : due) {
                var mail = claim(id);
                if (mail != null) {
                    send(mail);
                }
            }
        } while (due.size() == BATCH && !Thread.currentThread().isInterrupted());
    }

    @Scheduled(initialDelay = 30, fixedDelay = 360, timeUnit = TimeUnit.MINUTES)
    void forgetOld() {
        mails.forget(MailRow.SENT, now().minus(KEEP_SENT));
        mails.forget(MailRow.FAILED, now().minus(KEEP_FAILED));
    }

    private @Nullable MailRow claim(String id) {
        var claimed = new AtomicReference<@Nullable MailRow>();
        transaction.executeWithoutResult(t -> {
            var mail = mails.lock(id, now());
            if (mail != null) {
                mails.claim(id, now().plus(CLAIM));
                claimed.set(mail);
            }
        });
        return claimed.get();
    }

    private void send(MailRow mail) {
        int attempt = mail.attempts() + 1;
        try {
            sender.send(message(mail));
            mails.sent(mail.id(), now());
        } catch (AddressException unusable) {
            giveUp(mail, unusable);
        } catch (MailException | MessagingException failure) {
            if (attempt >= MOST_ATTEMPTS) {
                giveUp(mail, failure);
            } else {
                var pause = FIRST_PAUSE.multipliedBy(1L << (attempt - 1));
                mails.notSent(mail.id(), MailRow.WAITING, now().plus(pause), reason(failure));
            }
        }
    }

    private void giveUp(MailRow mail, Exception failure) {
        LOG.warn("Mail {} is given up: {}", mail.id(), reason(failure));
        mails.notSent(mail.id(), MailRow.FAILED, now(), reason(failure));
    }

    private MimeMessage message(MailRow mail) throws MessagingException {
        var message = new StableMessage(sender.createMimeMessage(), "<" + mail.id() + "@tongban>");
        var encoding = StandardCharsets.UTF_8.name();
        message.setFrom(address(from));
        message.setRecipient(Message.RecipientType.TO, address(mail.address()));
        message.setSubject(mail.subject(), encoding);
        message.setHeader("Auto-Submitted", "auto-generated");
        if (mail.html() == null) {
            message.setText(mail.body(), encoding);
        } else {
            var plain = new MimeBodyPart();
            plain.setText(mail.body(), encoding);
            var page = new MimeBodyPart();
            page.setText(mail.html(), encoding, "html");
            message.setContent(new MimeMultipart("alternative", plain, page));
        }
        return message;
    }

    /** Exactly one plain address; line breaks, lists and comments are not. */
    private static InternetAddress address(String text) throws AddressException {
        if (!text.matches("[^\\s\\p{Cntrl},;:<>()\"\\[\\]@]+@[^\\s\\p{Cntrl},;:<>()\"\\[\\]@]+")) {
            throw new AddressException("not an address");
        }
        return new InternetAddress(text, true);
    }

    private static String reason(Exception failure) {
        var text = Objects.requireNonNullElse(
                        failure.getMessage(), failure.getClass().getSimpleName())
                .replaceAll("[\\p{Cntrl}]+", " ");
        return text.length() <= LONGEST_REASON ? text : text.substring(0, LONGEST_REASON);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Keeps its own Message-ID instead of a new one at every attempt. */
    private static final class StableMessage extends MimeMessage {

        private final String id;

        StableMessage(MimeMessage model, String id) throws MessagingException {
            super(model.getSession());
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
