package io.tongban.file;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Problem;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Small pictures that people draw themselves, such as signatures. */
@Service
public class Drawings {

    private static final Set<String> TYPES = Set.of("image/png", "image/jpeg");
    private static final long LARGEST = 512L << 10;
    private static final int LONGEST_SIDE = 2000;
    private static final int FEWEST_POINTS = 40;

    private final FileMapper rows;
    private final Files files;

    Drawings(FileMapper rows, Files files) {
        this.rows = rows;
        this.files = files;
    }

    /** Refuses what is not a small picture of the actor's own with something drawn on it; names the field. */
    public void check(Actor actor, String field, String fileId) {
        var row = rows.find(fileId);
        if (row == null || !row.uploader().equals(actor.id())) {
            throw Problem.refused("kernel:invalid").field(field, "file:unknown");
        }
        if (!TYPES.contains(row.type()) || row.size() > LARGEST) {
            throw refused(field);
        }
        var size = Pixels.size(files.content(row)).orElseThrow(() -> refused(field));
        if (Math.max(size.width, size.height) > LONGEST_SIDE) {
            throw refused(field);
        }
        if (Pixels.drawn(files.content(row), FEWEST_POINTS) < FEWEST_POINTS) {
            throw Problem.refused("kernel:invalid").field(field, "file:drawing-empty");
        }
    }

    private static Problem refused(String field) {
        return Problem.refused("kernel:invalid").field(field, "file:drawing-form", LARGEST >> 10, LONGEST_SIDE);
    }
}
