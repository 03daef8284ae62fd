package io.tongban.process;

/**
 * A request as other modules see it.
 *
 * @param status one of {@code running approved rejected completed withdrawn revoked cancelled failed}
 */
public record Request(
        String id, String number, String processKey, String title, String applicantId, String status, int revision) {

    static Request of(RequestRow row) {
        return new Request(
                row.id(), row.number(), row.processKey(), row.title(), row.applicantId(), row.status(), row.revision());
    }
}
