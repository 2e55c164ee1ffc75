import type supertest from 'supertest';

export type Visitor = ReturnType<typeof supertest.agent>;

/** The token of the first form on a page. */
export const tokenIn = (html: string): string => /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';

/** Opens a page, takes the token of its form and posts it as a browser would; answers without following. */
export async function submit(
  visitor: Visitor,
  page: string,
  fields: Record<string, string | string[]>,
  action = page,
): Promise<supertest.Response> {
  const shown = await visitor.get(page);
  const form = new URLSearchParams({ _csrf: tokenIn(shown.text) });
  for (const [name, value] of Object.entries(fields)) {
    for (const one of Array.isArray(value) ? value : [value]) form.append(name, one);
  }
  return visitor.post(action).type('form').send(form.toString()).redirects(0);
}

/** Visible text of a page, without markup, with single spaces. */
export const wordsOf = (html: string): string =>
  html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/[\s\u00a0]+/g, ' ');
