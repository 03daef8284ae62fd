/** Benchmarks: main classes, started by the Maven profile {@code bench}; see {@code engine/docs/benchmarks.md}. */
@NullMarked
package io.tongban.bench;

import org.jspecify.annotations.NullMarked;
