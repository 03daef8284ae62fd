/** The engine behind a port of our own: nothing outside this package imports it. */
@NullMarked
package io.tongban.process.engine;

import org.jspecify.annotations.NullMarked;
