package io.tongban.record;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Endpoint;
import io.tongban.kernel.Texts;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Requests on paper, and whether a paper is genuine. */
@RestController
@RequestMapping("/api")
class PrintController {

    /**
     * What anybody may know who holds a print: nothing of people, nothing of what was asked.
     *
     * @param status when it was printed
     * @param printedAt as it stands on the paper
     * @param digest of what is on the paper
     * @param file SHA-256 of the file as it was made
     * @param since how many entries have come since; the paper does not have them
     * @param why it is not genuine, in words
     */
    record PrintView(
            boolean genuine,
            @Nullable String number,
            @Nullable String status,
            @Nullable String statusName,
            @Nullable LocalDateTime printedAt,
            @Nullable String digest,
            @Nullable String file,
            int entries,
            int since,
            @Nullable String why) {}

    private final Prints prints;
    private final Texts texts;
    private final ZoneId zone;

    PrintController(Prints prints, Texts texts, ZoneId zone) {
        this.prints = prints;
        this.texts = texts;
        this.zone = zone;
    }

    /** Form, trail, signatures and attachments of a request, as its reader may see them. */
    @Endpoint(Endpoint.SIGNED_IN)
    @GetMapping(path = "/requests/{id}/pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<Resource> pdf(
            Actor actor, @PathVariable String id, @RequestParam(required = false) @Nullable String language) {
        if (language != null) {
            // A link that a browser opens can not say it otherwise.
            LocaleContextHolder.setLocale(language.equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE);
        }
        var printed = prints.print(actor, id);
        var disposition = ContentDisposition.inline().filename(printed.name()).build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore())
                .body(new ByteArrayResource(printed.bytes()));
    }

    /** Whether there is a print with this code, and whether the record is as it was then. */
    @Endpoint(Endpoint.ANONYMOUS)
    @GetMapping("/verify/{code}")
    PrintView verify(@PathVariable String code) {
        var locale = LocaleContextHolder.getLocale();
        var verified = prints.verify(code);
        var row = verified.row();
        if (row == null) {
            return new PrintView(
                    false, null, null, null, null, null, null, 0, 0, texts.get(locale, "record.print.unknown"));
        }
        return new PrintView(
                verified.genuine(),
                row.number(),
                row.status(),
                PdfPage.status(texts, locale, row.status()),
                LocalDateTime.ofInstant(row.at(), zone).truncatedTo(ChronoUnit.MINUTES),
                row.digest(),
                row.file(),
                row.seq(),
                verified.since(),
                verified.found() == null ? null : texts.get(locale, "record.print.changed"));
    }
}
