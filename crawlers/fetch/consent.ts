import type { Frame, Page } from "playwright";

/**
 * Buttons of the common consent managers; "reject" or "only what is necessary" stands before "accept", because reading a
 * page is all that we want. Selectors go through open shadow roots by themselves.
 */
const BUTTONS = [
  // OneTrust
  "#onetrust-reject-all-handler",
  "#onetrust-accept-btn-handler",
  // Cookiebot
  "#CybotCookiebotDialogBodyButtonDecline",
  "#CybotCookiebotDialogBodyLevelButtonLevelOptinAllowAll",
  // Didomi
  "#didomi-notice-disagree-button",
  ".didomi-continue-without-agreeing",
  "#didomi-notice-agree-button",
  // Sourcepoint, in a frame
  "button.sp_choice_type_13",
  "button.sp_choice_type_REJECT_ALL",
  "button.sp_choice_type_11",
  "button.sp_choice_type_ACCEPT_ALL",
  // Quantcast Choice, InMobi
  ".qc-cmp2-summary-buttons button[mode=secondary]:has-text('reject')",
  ".qc-cmp2-summary-buttons button[mode=primary]",
  // Usercentrics
  "[data-testid=uc-deny-all-button]",
  "[data-testid=uc-accept-all-button]",
  // TrustArc
  "#truste-consent-required",
  "#truste-consent-button",
  // Google Funding Choices
  ".fc-cta-do-not-consent",
  ".fc-cta-consent",
  // Consent page of Google
  "form[action*='consent.google'] button",
  // Yahoo and its papers
  "form.consent-form button[name=reject]",
  "form.consent-form button[name=agree]",
  // CookieYes, Complianz, Osano, iubenda, Klaro, Cookie Notice
  ".cky-btn-reject",
  ".cmplz-deny",
  ".osano-cm-denyAll",
  ".iubenda-cs-reject-btn",
  ".iubenda-cs-accept-btn",
  ".klaro .cm-btn-decline",
  "#cn-refuse-cookie",
  "#cn-accept-cookie",
];
/** A click on a button that is covered or moves is given up soon. */
const CLICK_MS = 1_500;

/** Answers the question for consent that a page shows, if it shows one; says whether it did. */
export async function answerConsent(page: Page): Promise<boolean> {
  for (const frame of page.frames()) {
    if (await answerIn(frame)) return true;
  }
  return false;
}

async function answerIn(frame: Frame): Promise<boolean> {
  for (const button of await shownButtons(frame)) {
    try {
      await frame.locator(button).first().click({ timeout: CLICK_MS });
      return true;
    } catch {
      // Covered, moved or gone: the next one may do.
    }
  }
  return false;
}

/** One question for all of them: most pages show none. A frame that has gone shows none either. */
async function shownButtons(frame: Frame): Promise<string[]> {
  const any = frame.locator(BUTTONS.join(", ")).first();
  if (!(await any.isVisible().catch(() => false))) return [];
  const shown: string[] = [];
  for (const button of BUTTONS) {
    if (
      await frame
        .locator(button)
        .first()
        .isVisible()
        .catch(() => false)
    )
      shown.push(button);
  }
  return shown;
}
