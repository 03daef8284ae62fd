package io.tongban.leave;

import io.tongban.kernel.Problem;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The types of leave. */
@Component
class LeaveTypes {

    private final LeaveMapper rows;

    LeaveTypes(LeaveMapper rows) {
        this.rows = rows;
    }

    List<LeaveType> all() {
        return rows.types();
    }

    Optional<LeaveType> find(@Nullable String key) {
        return Optional.ofNullable(key).map(rows::type);
    }

    /** Refuses the field when there is no such type. */
    LeaveType get(@Nullable String key, String field) {
        return find(key).orElseThrow(() -> Problem.refused("kernel:invalid").field(field, "leave:type-unknown"));
    }
}
