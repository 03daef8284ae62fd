package io.tongban.file;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Endpoint;
import io.tongban.kernel.Problem;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api")
class FileController {

    /** Null takes the portrait away; a new one has to be checked first. */
    record Portrait(@Nullable String file) {}

    private final Files files;
    private final Portraits portraits;

    FileController(Files files, Portraits portraits) {
        this.files = files;
        this.portraits = portraits;
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @PostMapping(path = "/files", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<StoredFile> upload(Actor actor, @RequestPart("file") MultipartFile file) throws IOException {
        try (var content = file.getInputStream()) {
            var stored = files.store(actor, Objects.requireNonNullElse(file.getOriginalFilename(), ""), content);
            return ResponseEntity.created(URI.create("/api/files/" + stored.id()))
                    .body(stored);
        }
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @GetMapping("/files/{id}/info")
    StoredFile info(Actor actor, @PathVariable String id) {
        return files.get(actor, id);
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @GetMapping("/files/{id}")
    ResponseEntity<Resource> download(
            Actor actor, @PathVariable String id, @RequestParam(defaultValue = "false") boolean inline) {
        var row = files.readable(actor, id);
        return bytes(row, inline, CacheControl.noCache().cachePrivate());
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @PutMapping("/me/portrait")
    Portrait setPortrait(Actor actor, @RequestBody Portrait portrait) {
        if (portrait.file() != null) {
            throw Problem.refused("file:portrait-checked").field("file", "file:portrait-checked");
        }
        portraits.remove(actor);
        return portrait;
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @GetMapping("/people/{id}/portrait")
    ResponseEntity<Resource> portrait(@PathVariable String id) {
        return bytes(
                portraits.of(id),
                true,
                CacheControl.maxAge(Duration.ofMinutes(10)).cachePrivate());
    }

    /** The answer that carries a file: as what it was found to be, never as a page of the product. */
    private ResponseEntity<Resource> bytes(FileRow row, boolean inline, CacheControl cache) {
        var shown = inline && FileKinds.mayBeShown(row.type());
        var answer = ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(row.type()))
                .header(HttpHeaders.CONTENT_DISPOSITION, FileName.disposition(row.name(), shown))
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(cache)
                .eTag(row.hash().substring(0, 32));
        if (!row.type().equals(MediaType.APPLICATION_PDF_VALUE)) {
            answer.header("Content-Security-Policy", "default-src 'none'; sandbox");
        }
        return answer.body(files.content(row));
    }
}
