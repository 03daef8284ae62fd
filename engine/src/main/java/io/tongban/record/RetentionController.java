package io.tongban.record;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Endpoint;
import io.tongban.kernel.Page;
import io.tongban.org.People;
import io.tongban.org.Person;
import io.tongban.record.RetentionMapper.RuleRow;
import java.time.Instant;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Administrators say for how long the course of ended requests is kept. */
@RestController
@RequestMapping("/api/admin/record/retention")
class RetentionController {

    /** For how many months after its end the course of a request is kept. */
    record RetentionRule(
            String process, int months, @Nullable String person, Instant changedAt) {}

    /** Null for no rule. */
    record Months(@Nullable Integer months) {}

    private final Retention retention;
    private final People people;

    RetentionController(Retention retention, People people) {
        this.retention = retention;
        this.people = people;
    }

    /** Processes that have a rule. */
    @Endpoint("process.administer")
    @GetMapping
    Page<RetentionRule> rules() {
        var rules = retention.rules();
        var known = people.byIds(rules.stream().map(RuleRow::changedBy).collect(Collectors.toSet()));
        return Page.all(rules.stream()
                .map(rule -> {
                    Person person = known.get(rule.changedBy());
                    return new RetentionRule(
                            rule.processKey(), rule.months(), person == null ? null : person.name(), rule.changedAt());
                })
                .toList());
    }

    @Endpoint("process.administer")
    @PutMapping("/{process}")
    Page<RetentionRule> set(Actor actor, @PathVariable String process, @RequestBody Months body) {
        retention.set(actor, process, body.months());
        return rules();
    }
}
