import type { VNode } from 'preact';
import type { Language } from '../../shared/language.js';
import type { DistrictFace } from './district-face.js';
import type { Menu } from './menu.js';

/** What a page's handler answers with: values, turned into HTTP in one place. */
export type Answer = Page | Redirect | Download;

export interface Page {
  kind: 'page';
  status: number;
  title: string;
  body: VNode;
  /** Whose service the page is: name and telephone number in its head. */
  district?: DistrictFace;
  /** On pages of those who are signed in. */
  menu?: Menu;
  /** False for the few pages that are the same for everybody. */
  isPrivate: boolean;
}

export interface Redirect {
  kind: 'redirect';
  /** A path of our own; the language prefix is put before it. */
  to: string;
  /** Where it leads to another language than the one that was asked in. */
  language?: Language;
}

export interface Download {
  kind: 'download';
  contentType: string;
  fileName: string;
  content: string | Buffer;
}

type PageWords = Omit<Page, 'kind' | 'status' | 'isPrivate'> & Partial<Pick<Page, 'status' | 'isPrivate'>>;

export const page = (words: PageWords): Page => ({ kind: 'page', status: 200, isPrivate: true, ...words });

/** After a POST: 303, so that reload and back never send the form again. */
export const seeOther = (to: string, language?: Language): Redirect => ({ kind: 'redirect', to, language });

export const download = (content: Download['content'], contentType: string, fileName: string): Download => ({
  kind: 'download',
  contentType,
  fileName,
  content,
});
