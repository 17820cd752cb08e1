/** Keys and pointers of the test runner reach Chromium alone; elsewhere tests that need them are skipped. */
export const hasRealKeys: boolean = navigator.userAgent.includes('Chrome');
