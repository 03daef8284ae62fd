package io.tongban.org;

import io.tongban.kernel.Endpoint;
import io.tongban.kernel.Page;
import io.tongban.kernel.Problem;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/departments")
class DepartmentController {

    record DepartmentBody(
            @Nullable String parentId,
            @Nullable String name,
            @Nullable Integer sort,
            @Nullable String head) {}

    private final Contacts contacts;
    private final Departments departments;
    private final People people;

    DepartmentController(Contacts contacts, Departments departments, People people) {
        this.contacts = contacts;
        this.departments = departments;
        this.people = people;
    }

    @GetMapping
    @Endpoint(Endpoint.SIGNED_IN)
    Page<Contacts.DepartmentItem> tree() {
        return Page.all(contacts.tree());
    }

    @PostMapping
    @Endpoint("org.manage")
    @Transactional
    public ResponseEntity<Department> add(@RequestBody DepartmentBody body) {
        if (body.parentId() == null) {
            throw Problem.refused("kernel:invalid").field("parentId", "org:parent-needed");
        }
        existing(body.parentId());
        var added = departments.add(body.parentId(), name(body), sort(body));
        head(added.id(), body.head());
        return ResponseEntity.created(URI.create("/api/departments/" + added.id()))
                .body(added);
    }

    @PutMapping("/{id}")
    @Endpoint("org.manage")
    @Transactional
    public Department change(@PathVariable String id, @RequestBody DepartmentBody body) {
        departments.get(id);
        if (body.parentId() != null) {
            existing(body.parentId());
        }
        var changed = departments.change(id, body.parentId(), name(body), sort(body));
        head(id, body.head());
        return changed;
    }

    private void existing(String parentId) {
        if (departments.find(parentId).isEmpty()) {
            throw Problem.refused("kernel:invalid").field("parentId", "org:department-unknown");
        }
    }

    private void head(String id, @Nullable String personId) {
        if (personId != null && !people.present(personId)) {
            throw Problem.refused("kernel:invalid").field("head", "org:person-unknown");
        }
        var now = departments.heads(id);
        var same = personId == null ? now.isEmpty() : now.size() == 1 && now.contains(personId);
        if (!same) {
            departments.setHead(id, personId);
        }
    }

    private static String name(DepartmentBody body) {
        return body.name() == null ? "" : body.name();
    }

    private static int sort(DepartmentBody body) {
        return body.sort() == null ? 0 : body.sort();
    }
}
