package io.tongban.process;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody adds to a line of the trail.
 *
 * @param signature file of a drawn signature
 * @param files attachments
 * @param mentions people who are told, and who may read the request from then on
 */
record Proof(@Nullable String signature, List<String> files, List<String> mentions) {

    static Proof of(@Nullable String signature, @Nullable List<String> files, @Nullable List<String> mentions) {
        return new Proof(
                signature == null || signature.isBlank() ? null : signature,
                files == null ? List.of() : files.stream().distinct().toList(),
                mentions == null ? List.of() : mentions.stream().distinct().toList());
    }
}
