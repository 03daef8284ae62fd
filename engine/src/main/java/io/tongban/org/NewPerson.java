package io.tongban.org;

import org.jspecify.annotations.Nullable;

/** What is needed to add somebody. */
public record NewPerson(
        String account,
        String number,
        String name,
        @Nullable String email,
        @Nullable String phone) {

    public static NewPerson of(String account, String number, String name) {
        return new NewPerson(account, number, name, null, null);
    }
}
