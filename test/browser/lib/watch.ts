import type { Page, Response } from 'playwright-core';

/** What a page does beside what it shows: complaints in the console, and requests to anybody but ourselves. */
export interface Watch {
  complaints: string[];
  foreignRequests: string[];
  /** The page on the screen as the server sent it. */
  document: () => Promise<string>;
}

/** Has to be called before the page opens anything. */
export async function watch(page: Page, home: string): Promise<Watch> {
  const complaints: string[] = [];
  const foreignRequests: string[] = [];
  let shown: Response | undefined;
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', event => {
      console.error(`against the content policy: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  page.on('console', message => {
    // The browser also mentions that a page was answered with 404 or 422, which is meant.
    const isStatusOfPage =
      message.text().startsWith('Failed to load resource') && message.location().url === page.url();
    if (message.type() === 'error' && !isStatusOfPage) complaints.push(message.text());
  });
  page.on('pageerror', error => complaints.push(error.message));
  page.on('request', request => {
    if (!request.url().startsWith(`${home}/`)) foreignRequests.push(request.url());
  });
  page.on('response', response => {
    const isPage = response.request().isNavigationRequest() && response.frame() === page.mainFrame();
    if (isPage && response.status() !== 303) shown = response;
  });
  return {
    complaints,
    foreignRequests,
    document: async () => (await shown?.text()) ?? '',
  };
}
