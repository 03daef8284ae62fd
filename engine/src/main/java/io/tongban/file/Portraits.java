package io.tongban.file;

import io.tongban.kernel.Actor;
import io.tongban.kernel.BusinessRef;
import io.tongban.kernel.Problem;
import io.tongban.org.People;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Portraits of people: small pictures that every colleague may see. */
@Service
class Portraits implements FileReaders {

    private static final String PERSON = "org.person";
    private static final Set<String> PICTURES = Set.of("image/jpeg", "image/png", "image/gif", "image/webp");
    private static final long LARGEST = 2L << 20;

    private final Files files;
    private final FileMapper rows;
    private final People people;

    Portraits(Files files, FileMapper rows, People people) {
        this.files = files;
        this.rows = rows;
        this.people = people;
    }

    @Transactional
    public void set(Actor actor, @Nullable String fileId) {
        if (fileId != null) {
            files.attach(actor, "file", List.of(fileId), new BusinessRef(PERSON, actor.id()));
            var file = files.get(actor, fileId);
            if (!PICTURES.contains(file.type()) || file.size() > LARGEST) {
                throw Problem.refused("kernel:invalid").field("file", "file:portrait", LARGEST >> 20);
            }
        }
        var before = people.get(actor.id()).portrait();
        if (before != null && !before.equals(fileId)) {
            rows.detach(before);
        }
        people.setPortrait(actor.id(), fileId);
    }

    FileRow of(String personId) {
        var portrait = people.find(personId).map(p -> p.portrait()).orElseThrow(Problem::notFound);
        var row = rows.find(portrait);
        if (row == null) {
            throw Problem.notFound();
        }
        return row;
    }

    @Override
    public String ownerType() {
        return PERSON;
    }

    @Override
    public boolean mayRead(Actor actor, BusinessRef owner) {
        return true;
    }
}
