/** The path in `content/paths/` that a new person is put on from their start date. */
export const onboardingPath = "onboarding";
