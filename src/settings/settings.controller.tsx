import { Controller, Get } from '@nestjs/common';
import { page, type Answer } from '../platform/web/answer.js';
import { useLink, usePage } from '../platform/web/page-context.js';
import { Icon } from '../platform/web/parts/icon.js';
import { InLanguage } from '../platform/web/request-language.js';
import type { Language } from '../shared/language.js';
import type { SignedIn } from '../staff/roles.js';
import { ForStaff, Me } from '../staff/staff.guard.js';
import { staffMenu } from '../staff/staff-menu.js';
import { settingsTexts } from './settings-texts.js';

/** The way to each of the settings. */
@Controller('installningar')
@ForStaff('coordinator')
export class SettingsController {
  @Get()
  show(@Me() me: SignedIn, @InLanguage() language: Language): Answer {
    return page({
      title: settingsTexts[language].title,
      menu: staffMenu(language, 'settings', me),
      body: <SettingsPage />,
    });
  }
}

function SettingsPage() {
  const link = useLink();
  const t = settingsTexts[usePage().language];
  return (
    <div class="fb-wrap fb-desk">
      <h1 class="ds-heading" data-size="lg">
        {t.title}
      </h1>
      <p class="fb-lead mt-3 mb-6">{t.lead}</p>
      <ul class="fb-actions fb-sheet">
        {t.places.map(place => (
          <li>
            <Icon name="pencil" />
            <a href={link(place.to)}>{place.title}</a>
            <p class="fb-muted">{place.text}</p>
            <Icon name="chevronRight" />
          </li>
        ))}
      </ul>
    </div>
  );
}
