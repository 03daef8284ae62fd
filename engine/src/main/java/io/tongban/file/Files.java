package io.tongban.file;

import io.tongban.kernel.Actor;
import io.tongban.kernel.BusinessRef;
import io.tongban.kernel.Ids;
import io.tongban.kernel.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Files of people: stored first, attached to a thing afterwards, deleted when they never were. */
@Service
public class Files {

    /** The largest file that is accepted, in bytes. */
    public static final long LARGEST = 20L * 1024 * 1024;

    private final FileMapper files;
    private final Storage storage;
    private final FileKinds kinds;
    private final ObjectProvider<FileReaders> readers;
    private final TransactionTemplate own;
    private final Clock clock;

    Files(
            FileMapper files,
            Storage storage,
            FileKinds kinds,
            ObjectProvider<FileReaders> readers,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.files = files;
        this.storage = storage;
        this.kinds = kinds;
        this.readers = readers;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** Stores what a person uploads, at once and for itself; until it is attached, only this person sees it. */
    public StoredFile store(Actor owner, String name, InputStream content) {
        var kept = FileName.clean(name);
        try (var draft = storage.write(content, LARGEST)) {
            var type = kinds.check(kept, draft);
            // Committed before the content appears, so that clean-up finds it even if the process ends in between.
            own.executeWithoutResult(t -> files.touchContent(draft.hash(), draft.size(), now()));
            var row = new FileRow(
                    Ids.next(), owner.id(), kept, draft.size(), type, draft.hash(), now(), null, null, null);
            own.executeWithoutResult(t -> {
                files.lockContent(draft.hash());
                keep(draft);
                files.insert(row);
            });
            return row.view();
        } catch (Storage.TooLarge large) {
            throw tooLarge();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A file that the actor may read; otherwise it does not exist. */
    public StoredFile get(Actor actor, String id) {
        return readable(actor, id).view();
    }

    /** The bytes of a file that the actor may read. */
    public InputStream open(Actor actor, String id) {
        try {
            return content(readable(actor, id)).getInputStream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Files by id, for modules that have checked the permission themselves; unknown ids are left out. */
    public Map<String, StoredFile> byIds(Collection<String> ids) {
        return ids.isEmpty()
                ? Map.of()
                : files.findAll(ids).stream().collect(Collectors.toMap(FileRow::id, FileRow::view));
    }

    /** What is attached to a thing, oldest first, for the module that owns the thing. */
    public List<StoredFile> attachedTo(BusinessRef owner) {
        return files.attachedTo(owner.type(), owner.id()).stream()
                .map(FileRow::view)
                .toList();
    }

    /** Like {@link #attach(Actor, String, Collection, BusinessRef)}; a refusal names the field {@code files}. */
    @Transactional
    public Map<String, String> attach(Actor actor, Collection<String> fileIds, BusinessRef to) {
        return attach(actor, "files", fileIds, to);
    }

    /**
     * Attaches files in the caller's transaction: files that the actor uploaded and that hang nowhere yet; what is
     * attached to the same thing already stays so. Answers the hash of each content by the id of the file.
     *
     * @param field the field that a refusal names, such as {@code answers.proof}
     */
    @Transactional
    public Map<String, String> attach(Actor actor, String field, Collection<String> fileIds, BusinessRef to) {
        var ids = new LinkedHashSet<>(fileIds);
        if (ids.isEmpty()) {
            return Map.of();
        }
        var rows = files.lock(ids).stream().collect(Collectors.toMap(FileRow::id, Function.identity()));
        for (var id : ids) {
            var row = rows.get(id);
            if (row == null || !to.equals(row.owner()) && !row.uploader().equals(actor.id())) {
                throw Problem.refused("kernel:invalid").field(field, "file:unknown");
            }
            if (row.owner() != null && !to.equals(row.owner())) {
                throw Problem.refused("kernel:invalid").field(field, "file:attached-elsewhere", row.name());
            }
        }
        for (var row : rows.values()) {
            if (row.owner() == null) {
                files.attach(row.id(), to.type(), to.id(), now());
            }
        }
        var hashes = new LinkedHashMap<String, String>();
        ids.forEach(id -> hashes.put(id, Objects.requireNonNull(rows.get(id)).hash()));
        return hashes;
    }

    /**
     * As {@link #attach(Actor, Collection, BusinessRef)}, for what is still being written: what can not be attached is
     * left out. Answers what hangs on the thing now.
     */
    @Transactional
    public Set<String> attachWhatFits(Actor actor, Collection<String> fileIds, BusinessRef to) {
        if (fileIds.isEmpty()) {
            return Set.of();
        }
        var hanging = new LinkedHashSet<String>();
        for (var row : files.lock(new LinkedHashSet<>(fileIds))) {
            if (row.owner() == null && row.uploader().equals(actor.id())) {
                files.attach(row.id(), to.type(), to.id(), now());
                hanging.add(row.id());
            } else if (to.equals(row.owner())) {
                hanging.add(row.id());
            }
        }
        return hanging;
    }

    /** Takes from a thing what is attached to it, except what it keeps; in the caller's transaction. */
    @Transactional
    public void release(BusinessRef from, Collection<String> kept) {
        files.attachedTo(from.type(), from.id()).stream()
                .map(FileRow::id)
                .filter(id -> !kept.contains(id))
                .forEach(files::detach);
    }

    /**
     * Makes files of the actor's own with the content of files that the actor may read: stored once, attached to nothing.
     * Answers the new id by the old one; what may not be read is left out.
     */
    @Transactional
    public Map<String, String> copy(Actor actor, Collection<String> fileIds) {
        var copies = new LinkedHashMap<String, String>();
        for (var id : new LinkedHashSet<>(fileIds)) {
            var row = files.find(id);
            // Behind the lock the content can not be cleaned away before the copy names it.
            if (row != null && mayRead(actor, row) && files.lockContent(row.hash()) != null && files.find(id) != null) {
                var copy = row.copyOf(actor.id(), Ids.next(), now());
                files.insert(copy);
                copies.put(id, copy.id());
            }
        }
        return copies;
    }

    FileRow readable(Actor actor, String id) {
        var row = files.find(id);
        if (row == null || !mayRead(actor, row)) {
            throw Problem.notFound();
        }
        return row;
    }

    Resource content(FileRow row) {
        return storage.find(row.hash());
    }

    /** 413 with the limit. */
    public static Problem tooLarge() {
        return Problem.of(413, "file:too-large", LARGEST >> 20);
    }

    private boolean mayRead(Actor actor, FileRow row) {
        if (row.uploader().equals(actor.id())) {
            return true;
        }
        var owner = row.owner();
        return owner != null
                && readers.stream()
                        .anyMatch(r -> r.ownerType().equals(owner.type()) && r.mayRead(actor, owner, row.id()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static void keep(Storage.Draft draft) {
        try {
            draft.keep();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
