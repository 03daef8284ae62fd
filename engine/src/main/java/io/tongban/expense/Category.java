package io.tongban.expense;

import java.util.Locale;

/** A kind of expense. */
record Category(String categoryKey, String name, String nameEn) {

    String name(Locale locale) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? nameEn : name;
    }
}
