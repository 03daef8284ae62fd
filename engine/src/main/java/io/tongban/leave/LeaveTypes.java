package io.tongban.leave;

import io.tongban.kernel.Problem;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The types of leave; a change of their table is seen within a second. */
@Component
class LeaveTypes {

    private static final long AGE_NANOS = 1_000_000_000L;

    private record Known(long read, List<LeaveType> types) {}

    private final LeaveMapper rows;
    private volatile @Nullable Known known;

    LeaveTypes(LeaveMapper rows) {
        this.rows = rows;
    }

    List<LeaveType> all() {
        var now = known;
        if (now == null || System.nanoTime() - now.read() > AGE_NANOS) {
            now = new Known(System.nanoTime(), List.copyOf(rows.types()));
            known = now;
        }
        return now.types();
    }

    Optional<LeaveType> find(@Nullable String key) {
        return all().stream().filter(type -> type.typeKey().equals(key)).findFirst();
    }

    /** Refuses the field when there is no such type. */
    LeaveType get(@Nullable String key, String field) {
        return find(key).orElseThrow(() -> Problem.refused("kernel:invalid").field(field, "leave:type-unknown"));
    }
}
