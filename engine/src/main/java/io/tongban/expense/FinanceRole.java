package io.tongban.expense;

import io.tongban.access.Roles;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Lets the role of finance work at its desk. */
@Component
class FinanceRole implements SmartInitializingSingleton {

    static final String MANAGE = "expense.manage";

    private final Roles roles;

    FinanceRole(Roles roles) {
        this.roles = roles;
    }

    @Override
    public void afterSingletonsInstantiated() {
        roles.permit("finance", MANAGE);
    }
}
