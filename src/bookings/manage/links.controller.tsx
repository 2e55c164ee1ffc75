import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply } from 'fastify';
import type { DataSource } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { oweMails } from '../../platform/mail/owe-mails.js';
import { MailBell } from '../../platform/queue/mail-bell.js';
import { OpenTo } from '../../platform/web/access.js';
import { page, seeOther, type Answer } from '../../platform/web/answer.js';
import { useLink, usePage } from '../../platform/web/page-context.js';
import { ErrorSummary, PostForm, TextField, type FieldError } from '../../platform/web/parts/form.js';
import { InLanguage } from '../../platform/web/request-language.js';
import { frameTexts } from '../../platform/web/texts.js';
import type { Language } from '../../shared/language.js';
import { emailAddress } from '../../shared/text/email.js';
import { journeyTexts } from '../journey/journey-texts.js';
import { textOf, type Posted } from '../../platform/web/posted.js';
import { lostLinkPage } from './lost-link.view.js';
import { manageTexts } from './manage-texts.js';
import { ManagedBookings } from './managed-bookings.js';

const MAILS_OF_LINKS_EVERY_MS = 600_000;

/** Secret links: opening one, and asking for them again. */
@Controller('bokning')
@OpenTo('anyone')
export class LinksController {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly managed: ManagedBookings,
    private readonly bell: MailBell,
    private readonly clock: Clock,
  ) {}

  /** The secret leaves the address at once; nothing else happens, as mail scanners follow links too. */
  @Get('l/:token')
  async open(
    @Param('token') token: string,
    @Res({ passthrough: true }) reply: FastifyReply,
    @InLanguage() language: Language,
  ): Promise<Answer> {
    const link = await this.managed.open(token, reply);
    return link ? seeOther(`/bokning/${link.reference}`, link.language) : lostLinkPage(language);
  }

  @Get('lankar')
  ask(@InLanguage() language: Language): Answer {
    return askPage(language, '', []);
  }

  /** The answer is the same whether there are bookings or not: it tells nobody who has booked. */
  @Post('lankar')
  async send(@Body() posted: Posted, @InLanguage() language: Language): Promise<Answer> {
    const typed = textOf(posted, 'epost');
    const email = emailAddress(typed);
    if (!email) {
      const faults = journeyTexts[language].contactPage.faults;
      return askPage(language, typed, [
        { id: 'epost', message: typed.trim() === '' ? faults.emailMissing : faults.emailInvalid },
      ]);
    }
    await this.oweLinks(email);
    const t = manageTexts[language].resend;
    return page({ title: t.sentTitle, body: <Sent /> });
  }

  /** One mail per district in which the address has coming bookings, at most one in ten minutes. */
  private async oweLinks(email: string): Promise<void> {
    const now = this.clock.now();
    const rows: { districtId: string }[] = await this.dataSource.query(
      `SELECT DISTINCT b.district_id AS "districtId" FROM booking b JOIN booking_contact c ON c.booking_id = b.id
        WHERE lower(c.email) = lower($1) AND b.status IN ('preliminary', 'confirmed') AND b.starts_at > $2`,
      [email, now],
    );
    const mails = rows.map(({ districtId }) => ({
      districtId,
      subjectId: districtId,
      subjectVersion: Math.floor(now.getTime() / MAILS_OF_LINKS_EVERY_MS),
      kind: 'booking.links',
      recipient: email,
      dueAt: now,
    }));
    await oweMails(this.dataSource.manager, mails, now);
    this.bell.ringSoon();
  }
}

function askPage(language: Language, typed: string, errors: FieldError[]): Answer {
  const { title } = manageTexts[language].resend;
  return page({
    status: errors.length > 0 ? 422 : 200,
    title: errors.length > 0 ? frameTexts[language].errorPrefix + title : title,
    body: <AskForLinks typed={typed} errors={errors} />,
  });
}

function AskForLinks({ typed, errors }: { typed: string; errors: FieldError[] }) {
  const link = useLink();
  const t = manageTexts[usePage().language].resend;
  return (
    <div class="fb-wrap fb-message">
      <ErrorSummary errors={errors} />
      <h1 class="ds-heading" data-size="xl">
        {t.title}
      </h1>
      <p class="fb-lead">{t.lead}</p>
      <PostForm action={link('/bokning/lankar')} class="fb-fields">
        <TextField
          id="epost"
          label={t.email}
          value={typed}
          error={errors[0]?.message}
          type="email"
          inputmode="email"
          autocomplete="email"
          width="20"
        />
        <div class="fb-buttons">
          <button class="ds-button">{t.send}</button>
        </div>
      </PostForm>
    </div>
  );
}

function Sent() {
  const t = manageTexts[usePage().language].resend;
  return (
    <div class="fb-wrap fb-message">
      <h1 class="ds-heading" data-size="xl">
        {t.sentTitle}
      </h1>
      <p class="fb-lead">{t.sent}</p>
    </div>
  );
}
