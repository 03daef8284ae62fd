package io.tongban.file;

import io.tongban.kernel.BusinessRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

record FileRow(
        String id,
        String uploader,
        String name,
        long size,
        String type,
        String hash,
        Instant createdAt,
        @Nullable String ownerType,
        @Nullable String ownerId,
        @Nullable Instant attachedAt) {

    @Nullable
    BusinessRef owner() {
        return ownerType == null || ownerId == null ? null : new BusinessRef(ownerType, ownerId);
    }

    /** The same content as a file of its own, attached to nothing. */
    FileRow copy(String newId, Instant at) {
        return copyOf(uploader, newId, at);
    }

    FileRow copyOf(String person, String newId, Instant at) {
        return new FileRow(newId, person, name, size, type, hash, at, null, null, null);
    }

    StoredFile view() {
        return new StoredFile(id, name, size, type);
    }
}
