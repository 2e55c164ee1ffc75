import { useLink, usePage } from '../../platform/web/page-context.js';
import { Icon } from '../../platform/web/parts/icon.js';
import { dateAtClock } from '../../shared/time/format.js';
import type { Offer } from './offer.js';
import { offerTexts } from './offer-texts.js';

/** Where there are several districts: whose schools are these, and when is the next free time there. */
export function DistrictsPage({ offers }: { offers: Offer[] }) {
  const { language } = usePage();
  const link = useLink();
  const t = offerTexts[language];
  return (
    <>
      <div class="fb-hero fb-hero-short">
        <div class="fb-wrap">
          <div>
            <h1 class="ds-heading pretty" data-size="2xl">
              {t.heading}
            </h1>
            <p class="fb-lead">{t.leadAll}</p>
          </div>
        </div>
      </div>
      <section class="fb-section">
        <div class="fb-wrap">
          <h2 class="ds-heading" data-size="lg">
            {t.chooseDistrict}
          </h2>
          <p class="fb-lead mb-6">{t.chooseDistrictLead}</p>
          <ul class="fb-offer fb-districts">
            {offers.map(({ district, first }) => (
              <li>
                <h3>
                  <a href={link(`/boka/${district.slug}`)}>{district.name}</a>
                </h3>
                <p>
                  {language === 'sv' ? district.officeNameSv : district.officeNameEn}.{' '}
                  {first ? t.nextFor(dateAtClock(language, first.slot.start)) : t.noneFor}
                </p>
                <Icon name="chevronRight" />
              </li>
            ))}
          </ul>
        </div>
      </section>
    </>
  );
}
