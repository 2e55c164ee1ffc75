import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { ChangeLog } from '../../platform/history/change-log.js';
import { page, seeOther, type Answer } from '../../platform/web/answer.js';
import { textOf, type Posted } from '../../platform/web/posted.js';
import { InLanguage } from '../../platform/web/request-language.js';
import { frameTexts } from '../../platform/web/texts.js';
import type { Language } from '../../shared/language.js';
import { isRefusal } from '../../shared/refusal.js';
import type { SignedIn } from '../../staff/roles.js';
import { ForStaff, Me } from '../../staff/staff.guard.js';
import { staffMenu } from '../../staff/staff-menu.js';
import { DomainsPage } from './domains.view.js';
import { SchoolDomains } from './school-domains.js';
import { SchoolListQueries } from './school-list.queries.js';
import { readDomain, type DomainFaults } from './school.rules.js';
import { schoolTexts } from './school-texts.js';

/** Whose address is known to be a school's. */
@Controller('skolor/domaner')
@ForStaff('coordinator')
export class DomainsController {
  constructor(
    private readonly schools: SchoolListQueries,
    private readonly domains: SchoolDomains,
    private readonly log: ChangeLog,
    private readonly clock: Clock,
  ) {}

  @Get()
  show(@Me() me: SignedIn, @Query() query: Posted, @InLanguage() language: Language): Promise<Answer> {
    const t = schoolTexts[language].domains;
    const said: Record<string, string> = { tillagd: t.added, borttagen: t.removed };
    return this.domainsPage(me, language, { domain: '', holder: '' }, {}, said[textOf(query, 'klart')]);
  }

  @Post()
  async add(@Me() me: SignedIn, @Body() posted: Posted, @InLanguage() language: Language): Promise<Answer> {
    const typed = { domain: textOf(posted, 'doman'), holder: textOf(posted, 'vems') };
    const read = readDomain(typed);
    if ('faults' in read) return this.domainsPage(me, language, typed, read.faults);
    const added = await this.domains.add(me, read, this.clock.now());
    if (isRefusal(added)) return this.domainsPage(me, language, typed, { domain: added.refused });
    return seeOther('/skolor/domaner?klart=tillagd');
  }

  @Post('ta-bort')
  async remove(@Me() me: SignedIn, @Body() posted: Posted): Promise<Answer> {
    await this.domains.remove(me, textOf(posted, 'doman'), this.clock.now());
    return seeOther('/skolor/domaner?klart=borttagen');
  }

  private async domainsPage(
    me: SignedIn,
    language: Language,
    typed: { domain: string; holder: string },
    faults: DomainFaults,
    done?: string,
  ): Promise<Answer> {
    const { domainFaults: words, domains } = schoolTexts[language];
    const errors = [
      ...(faults.domain ? [{ id: 'doman', message: words[faults.domain] }] : []),
      ...(faults.holder ? [{ id: 'vems', message: words[faults.holder] }] : []),
    ];
    return page({
      status: errors.length > 0 ? 422 : 200,
      title: errors.length > 0 ? frameTexts[language].errorPrefix + domains.title : domains.title,
      menu: staffMenu(language, 'schools', me),
      body: (
        <DomainsPage
          domains={await this.schools.domains(me)}
          typed={typed}
          changes={await this.log.of('schoolDomains', me.districtId!)}
          errors={errors}
          done={done}
        />
      ),
    });
  }
}
