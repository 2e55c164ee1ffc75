import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { inLanguage, type Language } from '../../shared/language.js';
import type { DistrictFace } from './district-face.js';
import type { Menu } from './menu.js';

/** What every part of a page may need to know; filled in for each request. */
export interface PageContext {
  language: Language;
  /** The page's own path with its query, without the language prefix. */
  path: string;
  district?: DistrictFace;
  menu?: Menu;
  isDemonstration: boolean;
  /** Makes the token (and its cookie) when the first form of the page asks for it. */
  csrfToken: () => string;
}

export const PageContext = createContext<PageContext>({
  language: 'sv',
  path: '/',
  isDemonstration: false,
  csrfToken: () => '',
});

export const usePage = (): PageContext => useContext(PageContext);

/** Makes addresses of our own in the language of the page. */
export function useLink(): (path: string) => string {
  const { language } = usePage();
  return path => inLanguage(language, path);
}
