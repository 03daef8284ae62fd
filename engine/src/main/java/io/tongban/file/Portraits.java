package io.tongban.file;

import io.tongban.kernel.Actor;
import io.tongban.kernel.BusinessRef;
import io.tongban.kernel.Ids;
import io.tongban.kernel.Problem;
import io.tongban.org.People;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Portraits of people: small pictures that every colleague may see. */
@Service
public class Portraits implements FileReaders {

    private static final String PERSON = "org.person";
    private static final Set<String> CHECKED = Set.of("image/jpeg", "image/png");
    private static final long LARGEST = 2L << 20;
    private static final int SMALLEST_SIDE = 240;
    private static final int LONGEST_SIDE = 4000;

    private final Files files;
    private final FileMapper rows;
    private final People people;
    private final Clock clock;

    Portraits(Files files, FileMapper rows, People people, Clock clock) {
        this.files = files;
        this.rows = rows;
        this.people = people;
        this.clock = clock;
    }

    /** Takes the own portrait away; a new one is given after a check. */
    @Transactional
    public void remove(Actor actor) {
        replace(actor.id(), null);
    }

    private void replace(String personId, @Nullable String fileId) {
        var before = people.get(personId).portrait();
        if (before != null && !before.equals(fileId)) {
            rows.detach(before);
        }
        people.setPortrait(personId, fileId);
    }

    /** Whether a picture that the actor may read keeps the company's rules: type, size, and a square in a useful number of pixels. */
    public void check(Actor actor, String field, String fileId) {
        var file = files.readable(actor, fileId);
        if (!CHECKED.contains(file.type())) {
            throw refused(field, "file:picture-type");
        }
        if (file.size() > LARGEST) {
            throw refused(field, "file:picture-size", LARGEST >> 20);
        }
        var size = Pixels.size(files.content(file)).orElseThrow(() -> refused(field, "file:picture-type"));
        var shorter = Math.min(size.width, size.height);
        if (shorter < SMALLEST_SIDE || Math.max(size.width, size.height) > LONGEST_SIDE) {
            throw refused(field, "file:picture-pixels", SMALLEST_SIDE, LONGEST_SIDE, size.width, size.height);
        }
        if (Math.abs(size.width - size.height) * 20 > shorter) {
            throw refused(field, "file:picture-proportion", size.width, size.height);
        }
    }

    /** Makes a copy of a picture the portrait of somebody, for modules that have checked the permission themselves. */
    @Transactional
    public void give(String personId, String fileId) {
        var picture = rows.find(fileId);
        if (picture == null) {
            throw Problem.notFound();
        }
        var copy = picture.copy(Ids.next(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        rows.insert(copy);
        rows.attach(copy.id(), PERSON, personId, copy.createdAt());
        replace(personId, copy.id());
    }

    private static Problem refused(String field, String code, Object... args) {
        return Problem.refused(code, args).field(field, code, args);
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
