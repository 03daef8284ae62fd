@NullMarked
package io.tongban;

import org.jspecify.annotations.NullMarked;
