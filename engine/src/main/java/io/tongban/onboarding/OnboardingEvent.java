package io.tongban.onboarding;

import io.tongban.kernel.BusinessEvent;

/** What moves the process of one hire. */
public sealed interface OnboardingEvent extends BusinessEvent {

    String requestId();

    /** The portrait is confirmed. */
    record PortraitConfirmed(String requestId) implements OnboardingEvent {
        @Override
        public String name() {
            return "onboarding.portrait-confirmed";
        }
    }

    /** Somebody else leads the hire while the mentor is still to be named. */
    record LeaderChanged(String requestId, String leader) implements OnboardingEvent {
        @Override
        public String name() {
            return "onboarding.leader-changed";
        }
    }
}
