/** Expenses: claims with their invoices, the budgets they are charged to, and what finance does with them. */
@ApplicationModule(
        displayName = "expense",
        allowedDependencies = {"kernel", "org", "access", "file", "notify", "process"})
@NullMarked
package io.tongban.expense;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
