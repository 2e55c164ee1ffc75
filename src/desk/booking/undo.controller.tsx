import { Body, Controller, Post } from '@nestjs/common';
import type { UndoRefusal } from '../../bookings/acts/undo.rules.js';
import { Undos, type Undone } from '../../bookings/acts/undos.js';
import { Clock } from '../../platform/clock/clock.js';
import { page, seeOther, type Answer } from '../../platform/web/answer.js';
import { useLink, usePage } from '../../platform/web/page-context.js';
import { textOf, type Posted } from '../../platform/web/posted.js';
import { InLanguage } from '../../platform/web/request-language.js';
import type { Language } from '../../shared/language.js';
import { isRefusal } from '../../shared/refusal.js';
import { isUUID } from '../../shared/text/uuid.js';
import type { SignedIn } from '../../staff/roles.js';
import { ForStaff, Me } from '../../staff/staff.guard.js';
import { staffMenu } from '../../staff/staff-menu.js';
import { actTexts } from './act-texts.js';
import { deskPath } from './desk-bookings.js';

/** Undoes what one press has done: to one booking, or to several. */
@Controller('bokningar/angra')
@ForStaff('coordinator')
export class UndoController {
  constructor(
    private readonly undos: Undos,
    private readonly clock: Clock,
  ) {}

  @Post()
  async undo(@Me() me: SignedIn, @Body() posted: Posted, @InLanguage() language: Language): Promise<Answer> {
    const batchId = textOf(posted, 'omgang');
    const undone = isUUID(batchId) ? await this.undos.undo(me, batchId, this.clock.now()) : [];
    if (undone.length > 0 && undone.every(one => one.outcome === true)) {
      return seeOther(
        undone.length === 1
          ? deskPath(undone[0]!, '?klart=angrat')
          : `/bokningar/flera?${new URLSearchParams(undone.map(one => ['angrad', one.reference])).toString()}`,
      );
    }
    return page({
      status: 409,
      title: actTexts[language].undo.refusedTitle,
      menu: staffMenu(language, 'bookings', me),
      body: <NotUndone undone={undone} />,
    });
  }
}

/** Why it could not be undone, for each booking; and what was. */
function NotUndone({ undone }: { undone: Undone[] }) {
  const { language } = usePage();
  const link = useLink();
  const t = actTexts[language].undo;
  const done = undone.filter(one => one.outcome === true).length;
  const refused = undone.filter((one): one is Undone & { outcome: UndoRefusal } => isRefusal(one.outcome));
  return (
    <div class="fb-wrap fb-desk" data-wide="">
      <h1 class="ds-heading" data-size="lg">
        {t.refusedTitle}
      </h1>
      {undone.length === 0 && <p class="mt-3">{t.refused.gone}</p>}
      {done > 0 && <p class="mt-3">{t.allOthers(done)}</p>}
      <ul class="fb-people mt-3">
        {refused.map(({ reference, outcome }) => (
          <li>
            <a href={link(deskPath({ reference }))}>{reference}</a>: {t.refused[outcome.refused]}
          </li>
        ))}
      </ul>
    </div>
  );
}
