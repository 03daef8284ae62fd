package io.tongban.org;

import io.tongban.kernel.BusinessEvent;

/** What changes among people and departments. */
public sealed interface OrgEvent extends BusinessEvent {

    record PersonAdded(String personId) implements OrgEvent {
        @Override
        public String name() {
            return "org.person-added";
        }
    }

    record PersonChanged(String personId) implements OrgEvent {
        @Override
        public String name() {
            return "org.person-changed";
        }
    }

    record PersonLeft(String personId) implements OrgEvent {
        @Override
        public String name() {
            return "org.person-left";
        }
    }

    record DepartmentChanged(String departmentId) implements OrgEvent {
        @Override
        public String name() {
            return "org.department-changed";
        }
    }
}
