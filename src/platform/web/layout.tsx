import type { ComponentChildren } from 'preact';
import { inLanguage } from '../../shared/language.js';
import { phoneForReading } from '../../shared/text/phone.js';
import type { DistrictFace } from './district-face.js';
import { initials } from '../../shared/text/initials.js';
import type { Menu } from './menu.js';
import { usePage } from './page-context.js';
import { Icon } from './parts/icon.js';
import { publicFile } from './public-files.js';
import { frameTexts } from './texts.js';

/** The frame around every page: head, the page's own content, foot. */
export function Layout({
  title,
  isForSearch,
  children,
}: {
  title: string;
  isForSearch: boolean;
  children: ComponentChildren;
}) {
  const { language, menu } = usePage();
  const t = frameTexts[language];
  return (
    <html lang={language} data-size={menu?.isDense ? 'sm' : undefined}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {!isForSearch && <meta name="robots" content="noindex" />}
        <title>{`${title} – ${t.product}`}</title>
        <link
          rel="preload"
          href={publicFile('figtree-latin-wght-normal.woff2')}
          as="font"
          type="font/woff2"
          crossOrigin="anonymous"
        />
        <link rel="stylesheet" href={publicFile('app.css')} />
        {menu && <link rel="stylesheet" href={publicFile('staff.css')} />}
        <link rel="icon" type="image/svg+xml" href={publicFile('favicon.svg')} />
        <script src={publicFile('print.js')} defer />
      </head>
      <body>
        <a class="fb-skip" href="#innehall">
          {t.skip}
        </a>
        <Head />
        <main id="innehall">{children}</main>
        <Foot />
      </body>
    </html>
  );
}

function Head() {
  const { language, path, district, menu, isDemonstration } = usePage();
  const t = frameTexts[language];
  const otherLanguage = language === 'sv' ? 'en' : 'sv';
  return (
    <>
      {isDemonstration && <DemonstrationBanner />}
      <header class="fb-head">
        <div class="fb-wrap" data-wide={menu ? '' : undefined}>
          <a class="fb-brand" href={inLanguage(language, brandLeadsTo(menu, district))}>
            <Mark />
            {t.product}
          </a>
          {menu && <MainMenu menu={menu} />}
          {district && !menu && <p class="fb-owner">{district.officeName[language]}</p>}
          <div class="fb-head-end">
            {district && !menu && (
              <a href={`tel:${district.phone}`}>
                <Icon name="phone" />
                {phoneForReading(district.phone)}
              </a>
            )}
            <a href={inLanguage(otherLanguage, path)} lang={otherLanguage} hreflang={otherLanguage}>
              <Icon name="globe" />
              {t.otherLanguage}
            </a>
            {menu && <WhoIsHere me={menu.me} />}
          </div>
        </div>
      </header>
    </>
  );
}

const brandLeadsTo = (menu?: Menu, district?: DistrictFace) =>
  menu ? (menu.items[0]?.to ?? menu.me.to) : district ? `/boka/${district.slug}` : '/';

function MainMenu({ menu }: { menu: Menu }) {
  const { language } = usePage();
  return (
    <nav class="fb-nav" data-thumb={menu.isAtThumb ? '' : undefined} aria-label={menu.label}>
      {menu.items.map(item => (
        <a href={inLanguage(language, item.to)} aria-current={item.isHere ? 'page' : undefined}>
          {menu.isAtThumb && item.icon && <Icon name={item.icon} />}
          <span class={item.shortLabel && 'long'}>{item.label}</span>
          {item.shortLabel && <span class="short">{item.shortLabel}</span>}
        </a>
      ))}
    </nav>
  );
}

/** Initials and name lead to the account; on a phone the initials stand alone. */
function WhoIsHere({ me }: { me: Menu['me'] }) {
  const { language } = usePage();
  return (
    <a
      class="fb-me"
      href={inLanguage(language, me.to)}
      aria-current={me.isHere ? 'page' : undefined}
      aria-label={`${initials(me.name)} ${me.name}, ${me.label}`}
    >
      <span class="fb-av">{initials(me.name)}</span>
      <span class="name">{me.name}</span>
    </a>
  );
}

function DemonstrationBanner() {
  const t = frameTexts[usePage().language];
  return (
    <aside class="fb-demonstration" aria-label={t.demonstrationLabel}>
      <p class="fb-wrap">
        <strong>{t.demonstration}</strong> {t.demonstrationMore}{' '}
        <a href="/dev/inbox">{t.demonstrationInbox}</a>.
      </p>
    </aside>
  );
}

function Foot() {
  const { language, district } = usePage();
  const t = frameTexts[language];
  const about = (path: string) => inLanguage(language, district ? `${path}?stadsdel=${district.slug}` : path);
  return (
    <footer class="fb-foot">
      <div class="fb-wrap">
        <p>{district ? t.footer(district.officeName[language]) : t.footerWithoutDistrict}</p>
        <nav aria-label={t.footerLabel}>
          <ul class="links">
            <li>
              <a href={about('/tillganglighet')}>{t.accessibility}</a>
            </li>
            <li>
              <a href={about('/personuppgifter')}>{t.privacy}</a>
            </li>
            <li>
              <a href={about('/kakor')}>{t.cookies}</a>
            </li>
            <li>
              <a href={about('/om')}>{t.about}</a>
            </li>
            <li>
              <a href={inLanguage(language, '/logga-in')}>{t.forStaff}</a>
            </li>
          </ul>
        </nav>
      </div>
    </footer>
  );
}

/** Three fields of a timetable that form an F; the yellow one is booked. */
function Mark() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true">
      <path
        class="m1"
        d="M3 5a2 2 0 0 1 2-2h6a2 2 0 0 1 2 2v22a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2zM15 5a2 2 0 0 1 2-2h10a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2H17a2 2 0 0 1-2-2z"
      />
      <path class="m2" d="M15 17a2 2 0 0 1 2-2h6a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2h-6a2 2 0 0 1-2-2z" />
    </svg>
  );
}
