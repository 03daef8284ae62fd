package io.tongban.record;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import io.tongban.file.Files;
import io.tongban.kernel.Actor;
import io.tongban.kernel.Problem;
import io.tongban.kernel.Texts;
import io.tongban.process.Chain;
import io.tongban.process.Paper;
import io.tongban.process.Papers;
import io.tongban.process.Trails;
import io.tongban.record.PrintMapper.PrintRow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Prints requests for those who may read them, and says of a print whether it is genuine. */
@Service
class Prints {

    /** A print holds fonts and pages in memory: not more of them than the machine has hands for. */
    private static final Semaphore AT_ONCE = new Semaphore(2);

    private static final SecureRandom RANDOM = new SecureRandom();

    /** A file. */
    record Printed(String name, byte[] bytes) {}

    /**
     * What anybody may know who holds a print.
     *
     * @param row null when there is no such print
     * @param found what is wrong with the record, null when nothing is
     * @param since how many lines have come since
     */
    record Verified(@Nullable PrintRow row, @Nullable Finding found, int since) {

        boolean genuine() {
            return row != null && found == null;
        }
    }

    private final Papers papers;
    private final PrintMapper rows;
    private final Verification verification;
    private final Trails trails;
    private final Files files;
    private final PdfFont font;
    private final Texts texts;
    private final JsonMapper json;
    private final Clock clock;
    private final ZoneId zone;
    private final String publicUrl;

    Prints(
            Papers papers,
            PrintMapper rows,
            Verification verification,
            Trails trails,
            Files files,
            PdfFont font,
            Texts texts,
            JsonMapper json,
            Clock clock,
            ZoneId zone,
            @Value("${tongban.public-url}") String publicUrl) {
        this.papers = papers;
        this.rows = rows;
        this.verification = verification;
        this.trails = trails;
        this.files = files;
        this.font = font;
        this.texts = texts;
        this.json = json;
        this.clock = clock;
        this.zone = zone;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    /** @throws Problem 404 when it is not the reader's to know */
    Printed print(Actor reader, String requestId) {
        var locale = LocaleContextHolder.getLocale();
        var paper = papers.of(reader, requestId);
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var code = code();
        var digest = Chain.digest(json.writeValueAsString(paper));
        var print = new PdfPage.Print(code, publicUrl + "/verify/" + code, digest, reader.name(), at);
        var page = new PdfPage(paper, print, signatures(reader, paper), new PdfText(font), texts, locale, zone);
        var bytes = pdf(page.html());
        rows.insert(new PrintRow(
                code,
                requestId,
                paper.number(),
                paper.status(),
                paper.entries(),
                paper.head(),
                digest,
                sha256(bytes),
                reader.id(),
                at));
        return new Printed(paper.number() + ".pdf", bytes);
    }

    Verified verify(String code) {
        var row = code.length() > 40 ? null : rows.find(code.toLowerCase(Locale.ROOT));
        if (row == null) {
            return new Verified(null, null, 0);
        }
        var finding = verification.request(row.requestId()).orElse(null);
        var lines = trails.of(row.requestId()).map(Trails.Lines::lines).orElse(java.util.List.of());
        if (finding == null
                && (lines.size() < row.seq() || !lines.get(row.seq() - 1).link().equals(row.link()))) {
            finding = new Finding("recomputed", row.requestId(), row.number(), row.seq(), 0);
        }
        return new Verified(row, finding, Math.max(0, lines.size() - row.seq()));
    }

    private Map<String, String> signatures(Actor reader, Paper paper) {
        var pictures = new HashMap<String, String>();
        for (var deed : paper.trail()) {
            if (deed.signature() != null) {
                var type = files.get(reader, deed.signature()).type();
                try (var content = files.open(reader, deed.signature())) {
                    pictures.put(
                            deed.signature(),
                            "data:" + type + ";base64," + Base64.getEncoder().encodeToString(content.readAllBytes()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return pictures;
    }

    private byte[] pdf(String html) {
        XRLog.setLoggingEnabled(false);
        AT_ONCE.acquireUninterruptibly();
        try {
            var out = new ByteArrayOutputStream();
            var builder = new PdfRendererBuilder();
            builder.useFastMode();
            builder.withProducer("Tongban");
            builder.withHtmlContent(html, null);
            builder.useExternalResourceAccessControl(
                    (address, type) -> address.startsWith("data:"),
                    ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
            builder.useExternalResourceAccessControl(
                    (address, type) -> address.startsWith("data:"),
                    ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
            if (font.there()) {
                builder.useFont(font::open, "tongban", 400, FontStyle.NORMAL, true);
            }
            builder.toStream(out);
            builder.run();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            AT_ONCE.release();
        }
    }

    /** 125 bits in letters and digits that nobody mistakes for each other. */
    private static String code() {
        return String.format("%25s", new BigInteger(125, RANDOM).toString(32))
                .replace(' ', '0')
                .replace('l', 'w')
                .replace('o', 'x')
                .replace('i', 'y');
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
