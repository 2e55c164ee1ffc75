import { page, type Page } from '../../platform/web/answer.js';
import { useLink, usePage } from '../../platform/web/page-context.js';
import type { Language } from '../../shared/language.js';
import { manageTexts } from './manage-texts.js';

/** The same answer for a used-up link, a foreign booking and one that does not exist. */
export const lostLinkPage = (language: Language): Page =>
  page({ status: 404, title: manageTexts[language].lostLink.title, body: <LostLink /> });

function LostLink() {
  const link = useLink();
  const t = manageTexts[usePage().language].lostLink;
  return (
    <div class="fb-wrap fb-message">
      <h1 class="ds-heading" data-size="xl">
        {t.title}
      </h1>
      <p class="fb-lead">{t.text}</p>
      <p>
        <a class="ds-button" href={link('/bokning/lankar')}>
          {t.sendAgain}
        </a>
      </p>
    </div>
  );
}
