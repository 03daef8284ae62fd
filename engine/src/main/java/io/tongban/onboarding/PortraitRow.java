package io.tongban.onboarding;

import java.time.Instant;

/** A picture on its way to become a portrait. */
record PortraitRow(String requestId, String personId, String fileId, PortraitState state, Instant updatedAt) {}
