package io.tongban.process;

import io.tongban.file.FileReaders;
import io.tongban.file.Files;
import io.tongban.file.StoredFile;
import io.tongban.kernel.Actor;
import io.tongban.kernel.BusinessRef;
import io.tongban.process.EntryLinkMapper.LinkRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What hangs on lines of the trail: people who were mentioned, attachments, a signature. Readers of the request see it. */
@Component
class EntryLinks implements FileReaders {

    private static final String OWNER_TYPE = "process.entry";

    /** What hangs on one line. */
    record Links(
            List<String> mentions,
            List<StoredFile> files,
            @Nullable String signature) {

        static final Links NONE = new Links(List.of(), List.of(), null);
    }

    private final EntryLinkMapper links;
    private final RequestMapper requests;
    private final Files files;
    private final Access access;

    EntryLinks(EntryLinkMapper links, RequestMapper requests, Files files, Access access) {
        this.links = links;
        this.requests = requests;
        this.files = files;
        this.access = access;
    }

    /** By entry; lines on which nothing hangs are left out. */
    Map<String, Links> of(String requestId) {
        var rows = links.ofRequest(requestId);
        if (rows.isEmpty()) {
            return Map.of();
        }
        var known = files.byIds(rows.stream()
                .filter(row -> row.kind().equals("file"))
                .map(LinkRow::ref)
                .toList());
        var byEntry = new HashMap<String, Links>();
        rows.stream().collect(Collectors.groupingBy(LinkRow::entryId)).forEach((entry, hanging) -> {
            byEntry.put(
                    entry,
                    new Links(
                            refs(hanging, "mention"),
                            refs(hanging, "file").stream()
                                    .filter(known::containsKey)
                                    .map(known::get)
                                    .map(file -> (StoredFile) java.util.Objects.requireNonNull(file))
                                    .toList(),
                            refs(hanging, "signature").stream().findFirst().orElse(null)));
        });
        return byEntry;
    }

    private static List<String> refs(List<LinkRow> rows, String kind) {
        return rows.stream()
                .filter(row -> row.kind().equals(kind))
                .map(LinkRow::ref)
                .toList();
    }

    /** Hangs it on a line that is written in the same transaction; answers the hashes of the files. */
    Map<String, String> hang(Actor actor, EntryRow entry, Proof proof) {
        var to = new BusinessRef(OWNER_TYPE, entry.id());
        var hashes = new LinkedHashMap<>(files.attach(actor, "files", proof.files(), to));
        if (proof.signature() != null) {
            hashes.putAll(files.attach(actor, "signature", List.of(proof.signature()), to));
        }
        var rows = new ArrayList<LinkRow>();
        add(rows, entry, "mention", proof.mentions());
        add(rows, entry, "file", proof.files());
        add(rows, entry, "signature", proof.signature() == null ? List.of() : List.of(proof.signature()));
        if (!rows.isEmpty()) {
            links.insert(rows);
        }
        return hashes;
    }

    private static void add(List<LinkRow> rows, EntryRow entry, String kind, List<String> refs) {
        for (int i = 0; i < refs.size(); i++) {
            rows.add(new LinkRow(entry.id(), kind, refs.get(i), entry.requestId(), i));
        }
    }

    @Override
    public String ownerType() {
        return OWNER_TYPE;
    }

    @Override
    public boolean mayRead(Actor actor, BusinessRef owner) {
        var id = links.requestOf(owner.id());
        var request = id == null ? null : requests.find(id);
        return request != null && access.mayRead(actor, request);
    }
}
