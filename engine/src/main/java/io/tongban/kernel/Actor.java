package io.tongban.kernel;

import java.util.List;
import java.util.Set;

/**
 * Who acts. Endpoints receive it as a parameter, façades as their first argument.
 *
 * @param id person id
 * @param name display name
 * @param roles keys of the roles held now, such as {@code hr}
 * @param permissions permissions held now, such as {@code org.manage}
 * @param departments ids of the departments the person belongs to now, main one first
 */
public record Actor(String id, String name, Set<String> roles, Set<String> permissions, List<String> departments) {

    /** The product itself, where no person acts. */
    public static final Actor SYSTEM = new Actor("system", "系统", Set.of(), Set.of(), List.of());

    public boolean may(String permission) {
        return permissions.contains(permission);
    }

    /** Throws 403 unless the permission is held. */
    public void require(String permission) {
        if (!may(permission)) {
            throw Problem.forbidden();
        }
    }
}
