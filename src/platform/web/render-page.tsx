import { renderToString } from 'preact-render-to-string';
import type { Page } from './answer.js';
import { Layout } from './layout.js';
import { PageContext } from './page-context.js';

/** A page as a whole HTML document. */
export function renderPage(
  page: Pick<Page, 'title' | 'body' | 'district'> & Partial<Page>,
  context: PageContext,
): string {
  const tree = (
    <PageContext.Provider value={{ ...context, district: page.district, menu: page.menu }}>
      <Layout title={page.title} isForSearch={page.isPrivate === false && !context.isDemonstration}>
        {page.body}
      </Layout>
    </PageContext.Provider>
  );
  return `<!doctype html>${renderToString(tree)}`;
}
