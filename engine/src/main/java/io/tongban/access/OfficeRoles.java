package io.tongban.access;

import java.util.Set;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Roles of offices that the ready procedures name, beside those that every installation began with. */
@Component
class OfficeRoles implements SmartInitializingSingleton {

    private final Roles roles;

    OfficeRoles(Roles roles) {
        this.roles = roles;
    }

    @Override
    public void afterSingletonsInstantiated() {
        define("legal", "法务", "Legal affairs");
        define("purchasing", "采购", "Purchasing");
    }

    /** Once it is there, what it permits is no longer ours to say. */
    private void define(String key, String name, String nameEn) {
        if (!roles.exists(key)) {
            roles.define(key, name, nameEn, Set.of());
        }
    }
}
