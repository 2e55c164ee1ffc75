import axe from 'axe-core';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import type { Page } from 'playwright-core';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

const validator = new HtmlValidate(
  new StaticConfigLoader({
    extends: ['html-validate:recommended'],
    rules: {
      // Matters of taste: capitals and slashes, and types that are what HTML takes for granted.
      'doctype-style': 'off',
      'void-style': 'off',
      'no-implicit-button-type': 'off',
      // A mail is shown under its own subject, with the spaces that its signature needs.
      'long-title': 'off',
      'no-trailing-whitespace': 'off',
      // Telephone numbers are kept together by the stylesheet, which is looked at below.
      'tel-non-breaking': 'off',
      // Any number of ticks may be sent under one name.
      'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'submit', 'reset'] }],
    },
  }),
);

/** Faults of the markup as the server sent it. */
export async function markupFaults(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, offset }) => `${ruleId}: ${message} ${html.slice(offset, offset + 60)}`),
  );
}

/** What axe finds on the page as it stands, by all its rules or by those that are named. */
export async function axeFindings(page: Page, only: 'all' | string[]): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    rules =>
      window.axe.run(document, {
        resultTypes: ['violations'],
        // The mail in its frame is no page of ours; nor may axe reach into it.
        iframes: false,
        ...(rules === 'all' ? { rules: { 'target-size': { enabled: true } } } : { runOnly: rules }),
      }),
    only,
  );
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}

/** Styles that a reader may set: how WCAG 2.2 words them (1.4.4 and 1.4.12). */
const READERS_STYLES = {
  'text at 200 %': 'html { font-size: 200% }',
  'wide text spacing':
    '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
};

/**
 * Widths of 320 px (400 % zoom), 640 px (200 %), and text as readers may set it: nothing runs out of the page. The pages
 * that are made for a phone hold large text on a small one, too.
 */
export async function widthFindings(page: Page): Promise<string[]> {
  const before = page.viewportSize()!;
  const findings: string[] = [];
  const look = async (width: number, style?: keyof typeof READERS_STYLES) => {
    await page.setViewportSize({ width, height: 800 });
    const outside = await page.evaluate(outsideOfPage, style && READERS_STYLES[style]);
    if (outside.length > 0) findings.push([`${String(width)} px`, style, ...outside].join(', '));
  };
  await look(320);
  await look(320, 'wide text spacing');
  await look(640);
  await look(1280, 'text at 200 %');
  if ((await page.locator('.fb-nav[data-thumb]').count()) > 0) await look(360, 'text at 200 %');
  await page.setViewportSize(before);
  return findings;
}

/**
 * What stands outside of the page to the right, or is cut off. Only what has a name and takes the focus, such as a wide
 * table, may scroll by itself. Runs in the browser.
 */
function outsideOfPage(readersStyle?: string): string[] {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(readersStyle ?? '');
  document.adoptedStyleSheets = [sheet];
  const width = document.documentElement.clientWidth;
  const nameOf = (element: Element) =>
    `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`;
  const outside: string[] = [];
  if (document.documentElement.scrollWidth > width) {
    for (const element of document.querySelectorAll('body *')) {
      const { right, left } = element.getBoundingClientRect();
      if (right > width + 1 && left >= 0) outside.push(nameOf(element));
    }
  }
  // A table of data may scroll sideways in a region of its own, which the keyboard reaches and which has a name.
  for (const element of document.querySelectorAll(
    'body *:not(input, textarea, iframe, svg *, .ds-sr-only, section[tabindex="0"][aria-label], section[tabindex="0"][aria-labelledby])',
  )) {
    const isCut =
      getComputedStyle(element).overflow !== 'visible' &&
      (element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight);
    if (isCut) outside.push(`cut off: ${nameOf(element)}`);
  }
  document.adoptedStyleSheets = [];
  return outside;
}

/** On a phone the buttons that lead on are as large as a thumb, and a telephone number stays on one line. */
export async function phoneFindings(page: Page): Promise<string[]> {
  const before = page.viewportSize()!;
  await page.setViewportSize({ width: 390, height: 844 });
  const findings = await page.evaluate(() => {
    const found: string[] = [];
    for (const button of document.querySelectorAll<HTMLElement>('.ds-button, .fb-time, .fb-picks button')) {
      const { height, width } = button.getBoundingClientRect();
      if (button.checkVisibility() && (height < 44 || width < 44))
        found.push(`too small: ${button.innerText}`);
    }
    for (const number of document.querySelectorAll<HTMLElement>('[href^="tel"]')) {
      if (number.getClientRects().length > 1) found.push(`broken: ${number.innerText}`);
    }
    return found;
  });
  await page.setViewportSize(before);
  return findings;
}
