import type { District } from '../districts/district.entity.js';
import { useLink, usePage } from '../platform/web/page-context.js';
import { aboutTexts, type AboutPageName } from './about-texts.js';

const PATHS: Record<AboutPageName, string> = {
  accessibility: '/tillganglighet',
  privacy: '/personuppgifter',
  cookies: '/kakor',
  about: '/om',
};

interface AboutPageProps {
  name: AboutPageName;
  district: District | undefined;
  districts: District[];
}

export function AboutPage({ name, district, districts }: AboutPageProps) {
  const { language } = usePage();
  const link = useLink();
  const texts = aboutTexts(district)[language];
  const { title, lead, sections } = texts[name];
  return (
    <div class="fb-wrap fb-message fb-prose">
      <h1 class="ds-heading" data-size="xl">
        {title}
      </h1>
      <p class="fb-lead">{lead}</p>
      {!district && (
        <nav aria-label={texts.choose}>
          <p>{texts.choose}</p>
          <ul>
            {districts.map(one => (
              <li>
                <a href={link(`${PATHS[name]}?stadsdel=${one.slug}`)}>
                  {language === 'sv' ? one.officeNameSv : one.officeNameEn}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {sections.map(section => (
        <section>
          <h2 class="ds-heading" data-size="sm">
            {section.heading}
          </h2>
          {section.paragraphs.map(paragraph => (
            <p>{paragraph}</p>
          ))}
          {section.list && (
            <ul>
              {section.list.map(item => (
                <li>{item}</li>
              ))}
            </ul>
          )}
          {section.link && (
            <p>
              <a href={section.link.href}>{section.link.label}</a>
            </p>
          )}
        </section>
      ))}
    </div>
  );
}
