package io.tongban.approval;

import io.tongban.access.Credentials;
import io.tongban.kernel.Actor;
import io.tongban.kernel.Endpoint;
import io.tongban.kernel.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What helps a person to write an opinion: own phrases, and the signature that is kept. */
@RestController
@RequestMapping("/api")
class OpinionController {

    record PhraseList(
            @Nullable List<@Nullable String> phrases,
            @Nullable Integer revision) {}

    record NewSignature(@Nullable String file, @Nullable String password) {}

    record Password(@Nullable String password) {}

    record Copy(String file) {}

    private final Phrases phrases;
    private final Signatures signatures;

    OpinionController(Phrases phrases, Signatures signatures) {
        this.phrases = phrases;
        this.signatures = signatures;
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @GetMapping("/phrases")
    Phrases.Own phrases(Actor actor) {
        return phrases.of(actor);
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @PutMapping("/phrases")
    Phrases.Own keepPhrases(Actor actor, @RequestBody PhraseList body) {
        if (body.phrases() == null || body.revision() == null) {
            throw Problem.malformed("kernel:malformed");
        }
        phrases.keep(actor, body.phrases(), body.revision());
        return phrases.of(actor);
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @GetMapping("/signature")
    Signatures.Kept signature(Actor actor, HttpServletRequest request) {
        return signatures.of(actor, Credentials.session(request));
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @PutMapping("/signature")
    Signatures.Kept keepSignature(Actor actor, @RequestBody NewSignature body, HttpServletRequest request) {
        signatures.keep(actor, Credentials.session(request), body.file(), body.password());
        return signature(actor, request);
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @DeleteMapping("/signature")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forgetSignature(Actor actor) {
        signatures.forget(actor);
    }

    /** A copy of the kept signature, to be given with one decision. */
    @Endpoint(Endpoint.SIGNED_IN)
    @PostMapping("/signature/copies")
    @ResponseStatus(HttpStatus.CREATED)
    Copy useSignature(Actor actor, @RequestBody Password body, HttpServletRequest request) {
        return new Copy(signatures.use(actor, Credentials.session(request), body.password()));
    }
}
